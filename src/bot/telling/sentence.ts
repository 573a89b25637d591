import { join } from '../../domain/formatted.ts'
import type { FormattedText } from '../../domain/message.ts'
import { proposalSlot } from './proposal-slot.ts'
import type { Button, Outgoing } from '../../services/notifier/outgoing.ts'
import type { TicketChange } from '../../services/change.ts'
import { withHeader } from '../views/ticket-header.ts'
import type { Reader } from './reader.ts'

/** A notice of one sentence, with the buttons that belong to it; others of its ticket may join it. */
export function sentence(
  change: TicketChange,
  { place }: Reader,
  text: FormattedText | string,
  buttons: Button[] = [],
): Outgoing[] {
  const { ticket } = change
  const content = {
    ...withHeader(ticket, text),
    ...(buttons.length > 0 && { buttons: [buttons] }),
  }
  const [said] = change.messages
  const isSaid = change.by === 'agent' && said !== undefined
  const say: Outgoing = {
    kind: 'say',
    place,
    content,
    joins: { ticket: ticket.number, body: join(text) },
    ...(isSaid && { about: said.id }),
  }
  return change.statusChanged ? [released(change, place), say] : [say]
}

/** What became of a request or proposal: it stays readable and loses its buttons. */
export function decided(change: TicketChange, { place }: Reader, text: string): Outgoing[] {
  const content = withHeader(change.ticket, text)
  return [released(change, place), { kind: 'say', place, content }]
}

/** The buttons of what the ticket waited for go. */
export function released({ ticket }: TicketChange, place: Reader['place']): Outgoing {
  return { kind: 'release', place, slot: proposalSlot(ticket.number, ticket.proposalNo) }
}

/** A sentence with what was said below it. */
export function withWords(text: string, { messages }: TicketChange): FormattedText {
  return join(text, ...messages.flatMap((message) => ['\n', message]))
}
