import type { TicketType } from '../../desk/desk.ts'
import { localized } from '../../desk/localized.ts'
import { newTicket } from '../../domain/open-ticket.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Person } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { addMessage } from './add-message.ts'
import { describeChange, type TicketDeps } from './apply-event.ts'
import type { Change, StoredMessage, UseCaseRefusal } from '../change.ts'
import { insertTicket } from './insert-ticket.ts'
import { recordOpening } from './save-ticket.ts'
import { storeTicket } from './store-ticket.ts'
import { ticketColumns } from './ticket-row.ts'

const selectByDraft = statement<Ticket>(
  'ticket_by_draft',
  `select ${ticketColumns} from ticket where draft_id = $1 and requester_id = $2`,
)

const countLive = statement<{ live: number }>(
  'tickets_live_count',
  `select count(*)::int as live from ticket where requester_id = $1 and status <> 'closed'`,
)

export interface OpenTicketInput {
  /** Made when the dialogue began: sending one draft twice finds the ticket that exists. */
  draftId: string
  person: Person
  typeKey: string
  keyData: Record<string, string>
  /** The closed ticket it goes on from. */
  followUpOf?: number | null
  /** What the client wrote and sent, in order. */
  messages: WrittenMessage[]
  now: Date
}

export type OpenVerdict =
  /** Sent once more, a draft changes nothing. */
  { ok: true; changes: Change[]; number: number } | { ok: false; reason: UseCaseRefusal }

/** T01: a client opens a ticket. */
export async function openTicket(
  tx: Queryable,
  deps: TicketDeps,
  input: OpenTicketInput,
): Promise<OpenVerdict> {
  const { draftId, person, now } = input
  const [existing] = await selectByDraft(tx, draftId, person.id)
  if (existing !== undefined) {
    return { ok: true, changes: [], number: existing.number }
  }
  // The desk file may have changed since the draft was begun.
  const type = deps.desk.types.find(({ key }) => key === input.typeKey)
  if (type === undefined) return { ok: false, reason: 'no_such_type' }
  const refusal = await refuse(tx, deps, input)
  if (refusal !== null) return { ok: false, reason: refusal }

  const ticket = newTicket(draftOf(deps, type, input), now)
  await insertTicket(tx, ticket, draftId)
  const author = { kind: 'client', personId: person.id } as const
  const messages: StoredMessage[] = []
  for (const written of input.messages) {
    const said = { kind: 'public', author, purpose: 'description' } as const
    messages.push(await addMessage(tx, ticket, written, said))
  }
  await storeTicket(tx, deps, null, ticket, null)
  await recordOpening(tx, ticket, { transition: 'T01', event: 'create' }, author)
  const by = 'client' as const
  const done = { before: null, ticket, messages, notices: ['ticket_opened' as const], by }
  return {
    ok: true,
    changes: [await describeChange(tx, done, undefined)],
    number: ticket.number,
  }
}

function draftOf(
  { desk }: TicketDeps,
  type: TicketType,
  { person, typeKey, keyData, messages, followUpOf = null }: OpenTicketInput,
) {
  return {
    typeKey,
    keyData,
    followUpOf,
    requesterId: person.id,
    priority: type.priority,
    typeTitle: localized(type.title, desk.languages[0], desk),
    description: messages.map(({ text }) => text).join('\n'),
  }
}

async function refuse(
  tx: Queryable,
  { desk }: TicketDeps,
  { person, messages, now }: OpenTicketInput,
): Promise<UseCaseRefusal | null> {
  if (person.bannedUntil !== null && person.bannedUntil > now) return 'person_banned'
  if (!messages.some(saysSomething)) return 'nothing_said'
  const [row] = await countLive(tx, person.id)
  return (row?.live ?? 0) >= desk.limits.openTicketsPerPerson ? 'too_many_open' : null
}

function saysSomething({ text, attachments }: WrittenMessage): boolean {
  return text.trim() !== '' || attachments.length > 0
}
