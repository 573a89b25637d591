import { randomUUID } from 'node:crypto'

import type { Desk } from '../../desk/desk.ts'
import { newcomersPerMinute } from '../../desk/newcomers-per-minute.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { PrivateChats } from '../telegram/private-chats.ts'
import { chatOf } from './chat-of.ts'
import type { WatchLimits } from '../watch/limits.ts'
import type { RowEnd } from '../watch/tally.ts'
import { createDispatcher, type Delay } from './dispatcher.ts'
import { claimRows, recoverInterrupted, takeUpRows, unfinishedIds, waitingRows } from './outbox.ts'
import type { Outcome, OutboxRow } from './outcome.ts'
import { laneOfPlace } from './outgoing.ts'
import { createPace, type Pace } from './pace.ts'
import type { RowClass } from './row-class.ts'
import { createRescue } from './rescue.ts'
import { settleRows } from './settle-rows.ts'
import { createWaitingRoom } from './waiting-room.ts'

export interface SendingDeps {
  db: Queryable
  /** What may leave in a time. */
  limits: Pick<Desk['limits'], 'pacing' | 'newcomersPerMinute'>
  /** Makes the function that tries once to deliver a row, at this pace; it never rejects. */
  deliverAt: (pace: Pace) => (row: OutboxRow) => Promise<Outcome>
  staffChat: { id(): number | null }
  privateChats: Pick<PrivateChats, 'chatOf'>
  /** How long a card rests after an edit. */
  cardRestMs: number
  /** Whether this program is surely the only one that sends. */
  isOurs: () => boolean
  /** Told how rows ended. */
  ended: (end: RowEnd, count: number) => void
  /** From when on messages that are refused are a problem, and ends that cannot be written. */
  watching: Pick<WatchLimits, 'refusedMs' | 'unwrittenMs'>
  log: Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>
  now: () => Date
}

/** How effects go out: those that may leave, in order, as fast as Telegram lets them. */
export interface Sending {
  offer(rows: OutboxRow[]): void
  /** Somebody did something in his private chat: what waits for him leaves now. */
  awake(personId: number): void
  /** What could not be sent may be possible now. */
  retry(): void
  /** The clock was moved: what waits for its time may be due. */
  lookAgain(): void
  /** Rows waiting to be sent, without those that wait for their time. */
  size(): number
  /** Rows that left, or could not, without a word of it in the database. */
  unwritten(): number
  /** Messages that did not arrive, and of which nobody who waits for them was told, since the start. */
  untold(): number
  /** Places for which something waits that failed at its last attempt. */
  delayed(): Delay
  /** The row of each class that waits longest, without those that wait for their time. */
  oldest(): Map<RowClass, number>
  /** Whether this program has the row in its hands. */
  holds(id: number): boolean
  /** One sentence when something holds up what is to be sent. */
  problem(): string | null
  /** Takes up what an earlier run left. */
  resume(): Promise<void>
  stop(): Promise<void>
}

export function createSending({
  db,
  limits,
  deliverAt,
  staffChat,
  privateChats,
  cardRestMs,
  isOurs,
  ended,
  watching,
  log,
  now,
}: SendingDeps): Sending {
  const run = randomUUID()
  const pace = createPace({ ...limits.pacing, newcomersPerMinute: newcomersPerMinute(limits) })
  const dispatcher = createDispatcher({
    claim(rows) {
      if (isOurs()) return claimRows(db, run, rows)
      return Promise.reject(new Error('Another program may have taken the database'))
    },
    settle: (settlements) => settleRows(db, settlements),
    deliver: deliverAt(pace),
    chatOf: ({ effect }) => chatOf(effect, staffChat.id(), privateChats),
    pace,
    cardRestMs,
    ended,
    log,
  })
  const waitingRoom = createWaitingRoom(
    (rows) => dispatcher.offer(rows),
    () => now().getTime(),
  )
  const holds = (id: number) => dispatcher.holds(id) || waitingRoom.holds(id)
  const rescue = createRescue({
    unfinished: (afterId, limit) => unfinishedIds(db, afterId, limit),
    takeUp: (ids) => takeUpRows(db, ids),
    holds,
    offer: (rows) => waitingRoom.offer(rows),
    log,
  })
  return {
    offer: (rows) => waitingRoom.offer(rows),
    awake: (personId) => waitingRoom.awake(laneOfPlace({ kind: 'person', personId })),
    retry: () => dispatcher.wake(),
    lookAgain: () => waitingRoom.lookAgain(),
    size: () => dispatcher.size(),
    unwritten: () => dispatcher.unwritten().count,
    untold: () => dispatcher.untold(),
    delayed: () => dispatcher.delayed(),
    oldest: () => dispatcher.oldest(),
    holds,
    problem() {
      const { count, sinceMs } = dispatcher.unwritten()
      if (sinceMs >= watching.unwrittenMs) {
        return `What became of ${String(count)} messages cannot be written to the database: check it and its disk`
      }
      return delayProblem(dispatcher.delayed(), watching.refusedMs)
    },
    async resume() {
      const interrupted = await recoverInterrupted(db)
      if (interrupted.repeated + interrupted.unknown > 0) {
        log.warn(interrupted, 'The last run ended in the middle of sending')
      }
      for await (const rows of waiting(db)) waitingRoom.offer(rows)
      rescue.start()
    },
    async stop() {
      waitingRoom.stop()
      await Promise.all([rescue.stop(), dispatcher.stop()])
    },
  }
}

function delayProblem({ count, sinceMs, error }: Delay, longMs: number): string | null {
  if (sinceMs < longMs) return null
  const minutes = String(Math.max(1, Math.round(sinceMs / 60_000)))
  const places = count === 1 ? '1 place' : `${String(count)} places`
  return `Telegram has refused messages for ${places} for ${minutes} min (${error}): they wait, see KvytokMessagesRefused in docs/operations.md`
}

/** What waits in the outbox, in order, a page at a time. */
async function* waiting(db: Queryable): AsyncGenerator<OutboxRow[]> {
  const pageSize = 1_000
  for (let after = 0; ;) {
    const page = await waitingRows(db, after, pageSize)
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.id
  }
}
