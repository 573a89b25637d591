import type { Desk } from '../../desk/desk.ts'
import { join } from '../../domain/formatted.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { closesAt } from '../../domain/timers.ts'
import type { StoredMessage, TicketChange } from '../../services/change.ts'
import type { Content, Outgoing } from '../../services/notifier/outgoing.ts'
import { opinionButtons } from '../views/opinion-buttons.ts'
import { withHeader } from '../views/ticket-header.ts'
import { addButton, answerButtons } from './answer-buttons.ts'
import { proposalSlot } from './proposal-slot.ts'
import type { Reader } from './reader.ts'
import { said } from './said.ts'

/**
 * What an agent wrote as its client has it, under the ticket's header: what it is, the words, until
 * when they wait for him, and buttons to answer with. The same when it is sent and when it is edited.
 *
 * @param input.waits whether the client still has to answer it
 */
export function contentForClient(
  { ticket, message, waits }: { ticket: Ticket; message: StoredMessage; waits: boolean },
  { desk, t, moment }: Pick<Reader, 't' | 'moment'> & { desk: Pick<Desk, 'timers'> },
): Content {
  switch (message.purpose) {
    case 'question':
    case 'solution': {
      const deadline = waits ? closesAt(ticket, desk.timers) : null
      const closes =
        deadline === null ? '' : `\n\n${t('notice-closes', { time: moment(deadline) })}`
      const lead = t(message.purpose === 'question' ? 'notice-question' : 'notice-solution')
      const content = withHeader(ticket, join(lead, '\n', message, closes))
      return waits ? { ...content, buttons: [answerButtons(ticket, t)] } : content
    }
    case 'description': {
      const content = withHeader(ticket, join(t('notice-opened-for-you'), '\n', message))
      return { ...content, buttons: [addButton(ticket.number, t)] }
    }
    default: {
      const content = withHeader(ticket, message)
      // An album carries its caption itself, but no buttons.
      return message.attachments.length < 2 ? { ...content, buttons: opinionButtons } : content
    }
  }
}

/** What an agent said to the client; to a question or a solution he has buttons to answer with. */
export function spoken({ ticket, messages }: TicketChange, reader: Reader): Outgoing[] {
  return messages.flatMap((message) => {
    const waits = message.purpose === 'question' || message.purpose === 'solution'
    const content = contentForClient({ ticket, message, waits }, reader)
    const slot = waits ? proposalSlot(ticket.number, ticket.proposalNo) : undefined
    return said(message, reader.place, content, slot)
  })
}
