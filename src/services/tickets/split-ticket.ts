import { localized } from '../../desk/localized.ts'
import { newTicket } from '../../domain/open-ticket.ts'
import type { MessagePlace } from '../../domain/message.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Queryable } from '../../storage/sql.ts'
import { addMessage } from './add-message.ts'
import { describeChange, type TicketDeps } from './apply-event.ts'
import type { Change, StoredMessage } from '../change.ts'
import { insertTicket } from './insert-ticket.ts'
import { messageAtPlace, messageById, ticketWithCopy } from './read-messages.ts'
import { relatedTicket } from './read-tickets.ts'
import { recordOpening } from './save-ticket.ts'
import { storeTicket } from './store-ticket.ts'
import { actorOf, type AgentActs } from './take-ticket.ts'
import { lockTicket } from './ticket-row.ts'

export type SplitVerdict =
  | { ok: true; changes: Change[] }
  | { ok: false; reason: 'not_by_client' }
  | { ok: false; reason: 'already_split'; number: number }

/**
 * A client's message goes on as a ticket of its own, while the original keeps it. What he said is
 * copied, so nothing changes in the original, which may be closed.
 *
 * @param input.place a copy of the message in the topic
 * @param input.subject empty: taken from the message
 */
export async function splitTicket(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & { place: MessagePlace; subject: string },
): Promise<SplitVerdict> {
  const { number, agent, place } = input
  const found = await messageAtPlace(tx, place)
  const source = found === null ? undefined : await lockTicket(tx, found.ticketNumber)
  const isHere = source?.number === number || source?.mergedInto === number
  const isByClient = found?.kind === 'public' && found.author === 'client'
  if (source === undefined || found === null || !isHere || !isByClient) {
    return { ok: false, reason: 'not_by_client' }
  }
  const existing = await ticketWithCopy(tx, found.id)
  if (existing !== null) return { ok: false, reason: 'already_split', number: existing }

  const message = await messageById(tx, found.id)
  const ticket = ticketFrom(deps, source, { ...input, message })
  await insertTicket(tx, ticket, `split:${String(message.id)}`)
  const copied = await copyMessage(tx, ticket, message)
  await storeTicket(tx, deps, null, ticket, null)
  await recordOpening(tx, ticket, { transition: 'K07', event: 'split' }, actorOf(agent))
  const by = 'agent' as const
  const original = { before: source, ticket: source, messages: [message], by }
  const opened = { before: null, ticket, messages: [copied], by }
  return {
    ok: true,
    changes: [
      {
        ...(await describeChange(tx, { ...opened, notices: ['split_off'] }, agent)),
        related: await relatedTicket(tx, source),
      },
      {
        ...(await describeChange(tx, { ...original, notices: ['split'] }, agent)),
        related: await relatedTicket(tx, ticket),
      },
    ],
  }
}

function ticketFrom(
  { desk }: TicketDeps,
  { typeKey, priority, requesterId, number }: Ticket,
  { subject, message, now }: { subject: string; message: StoredMessage; now: Date },
): Ticket {
  const type = desk.types.find(({ key }) => key === typeKey)
  const draft = {
    typeKey,
    priority,
    requesterId,
    keyData: {},
    splitFrom: number,
    typeTitle: type === undefined ? typeKey : localized(type.title, desk.languages[0], desk),
    description: subject.trim() === '' ? message.text : subject,
  }
  return newTicket(draft, now)
}

/** It stands in Telegram where its original does. */
async function copyMessage(
  tx: Queryable,
  ticket: Ticket,
  message: StoredMessage,
): Promise<StoredMessage> {
  const author = { kind: 'client', personId: ticket.requesterId } as const
  const said = { kind: 'public', author, purpose: 'description', copiedFrom: message.id } as const
  const written = { ...message, places: [], replyTo: null }
  return { ...(await addMessage(tx, ticket, written, said)), places: message.places }
}
