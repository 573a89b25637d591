import type { Queryable } from '../../storage/sql.ts'
import { eraseUpdatesNaming, eraseUpdatesOf } from '../intake/erase-updates.ts'
import type { Lane } from '../intake/lane.ts'
import { enqueue } from '../notifier/enqueue.ts'
import { eraseRows } from '../notifier/erase-rows.ts'
import { laneOfPlace, type Outgoing } from '../notifier/outgoing.ts'
import { packSlot } from '../notifier/slot.ts'
import { forgetPlaces, forgetSlotsNaming, topicsOf } from '../telegram/forget-places.ts'
import { messagesToStrip, stripTickets } from '../tickets/strip-tickets.ts'
import { patternsOf } from './traces.ts'

export interface Leaving {
  /** Closed tickets, locked. */
  numbers: number[]
  /** Whoever goes with them; null: nobody, only their words do. */
  person: {
    id: number
    /** His ids in Telegram. */
    userIds: number[]
    names: string[]
    /** Updates of his that were erased already. */
    updateIds: number[]
  } | null
  /** Whether no desk sends: then nothing is on its way. */
  isAlone: boolean
  now: Date
}

export interface TakenAway {
  messages: number
  topics: number
  /** Rows of the outbox that are on their way at this moment: whoever takes away has to wait. */
  leaving: number
}

/**
 * Takes all words of some tickets away, wherever they are: from the tickets, from where they stand in
 * Telegram, from what came in and what was to go out. Their topics are removed by the desk that runs.
 * The same for one ticket that is too old and for all of a person.
 */
export async function takeAway(
  tx: Queryable,
  { numbers, person, isAlone, now }: Leaving,
): Promise<TakenAway> {
  const userIds = person?.userIds ?? []
  const topics = await topicsOf(tx, numbers)
  const messages = await messagesToStrip(tx, numbers, person?.id ?? null)
  const patterns = patternsOf({ numbers, ids: userIds, names: person?.names ?? [] })

  const lanes = topics.map(({ chatId, threadId }) => ({ kind: 'topic' as const, chatId, threadId }))
  const saidThere = await eraseUpdatesOf(tx, lanes, { alsoWaiting: person !== null })
  if (person !== null) await eraseUpdatesNaming(tx, patterns)
  const { leaving } = await eraseRows(tx, {
    lanes: [
      ...numbers.flatMap(lanesOfTicket),
      ...topics.map(({ chatId, threadId }) => laneOfPlace({ kind: 'chat', chatId, threadId })),
      ...(person === null ? [] : [laneOfPlace({ kind: 'person', personId: person.id })]),
      ...userIds.flatMap(outgoingLanesOfUser),
    ],
    updateIds: [...saidThere, ...(person?.updateIds ?? [])],
    patterns,
    isAlone,
  })
  await forgetPlaces(tx, { numbers, messages, userIds })
  await forgetSlotsNaming(tx, person === null ? null : patterns.names)
  await stripTickets(tx, { numbers, messages, now })
  for (const { ticketNumber, chatId, threadId } of topics) {
    const place = { kind: 'chat', chatId, threadId } as const
    const removal: Outgoing = { kind: 'remove_topic', place, ticket: ticketNumber }
    await enqueue(tx, `erased:${String(ticketNumber)}:${String(threadId)}`, [removal])
  }
  return { messages: messages.length, topics: topics.length, leaving }
}

/** Where updates of somebody wait. */
export function lanesOfUser(userId: number): Lane[] {
  return [
    { kind: 'user', userId },
    { kind: 'chat', chatId: userId },
    { kind: 'topic', chatId: userId, threadId: 0 },
  ]
}

function lanesOfTicket(ticket: number): string[] {
  const place = { kind: 'topic', ticketNumber: ticket } as const
  return [laneOfPlace(place), packSlot({ kind: 'card', ticket })]
}

function outgoingLanesOfUser(userId: number): string[] {
  const place = { kind: 'chat', chatId: userId, threadId: null } as const
  return [laneOfPlace(place), `reactions:${String(userId)}`, `chat:${String(userId)}`]
}
