import { createDeliver, type DeliverDeps } from './bot/telegram/deliver/create-deliver.ts'
import type { Desk } from './desk/desk.ts'
import { newcomersPerMinute } from './desk/newcomers-per-minute.ts'
import type { Log } from './log.ts'
import { chatOf } from './services/notifier/chat-of.ts'
import { createDispatcher } from './services/notifier/dispatcher.ts'
import type { OutboxRow } from './services/notifier/outcome.ts'
import {
  claimRows,
  recoverInterrupted,
  settleRows,
  waitingRows,
} from './services/notifier/outbox.ts'
import { laneOfPlace } from './services/notifier/outgoing.ts'
import { createPace } from './services/notifier/pace.ts'
import { createWaitingRoom } from './services/notifier/waiting-room.ts'
import type { Queryable } from './storage/sql.ts'

export interface SendingDeps extends Pick<DeliverDeps, 'call' | 'staffChat' | 'texts'> {
  db: Queryable
  desk: Desk
  log: Log
  now: () => Date
}

/** How effects go out: those that may leave, in order, as fast as Telegram lets them. */
export interface Sending {
  offer(rows: OutboxRow[]): void
  /** Somebody did something in his private chat: what waits for him leaves now. */
  awake(telegramUserId: number): void
  /** What could not be sent may be possible now. */
  retry(): void
  /** The clock was moved: what waits for its time may be due. */
  lookAgain(): void
  /** Rows waiting to be sent, without those that wait for their time. */
  size(): number
  /** Takes up what an earlier run left. */
  resume(): Promise<void>
  stop(): Promise<void>
}

export function createSending({ db, desk, staffChat, log, now, ...deps }: SendingDeps): Sending {
  const pace = createPace({
    ...desk.limits.pacing,
    newcomersPerMinute: newcomersPerMinute(desk.limits),
  })
  const dispatcher = createDispatcher({
    claim: (ids) => claimRows(db, ids),
    settle: (settlements) => settleRows(db, settlements),
    deliver: createDeliver({ ...deps, db, desk, staffChat, pace, log }),
    chatOf: ({ effect }) => chatOf(effect, staffChat.id()),
    pace,
    cardRestMs: desk.timers.coalesceWindowMs,
    log,
  })
  const waitingRoom = createWaitingRoom(
    (rows) => dispatcher.offer(rows),
    () => now().getTime(),
  )
  return {
    offer: (rows) => waitingRoom.offer(rows),
    awake: (chatId) => waitingRoom.awake(laneOfPlace({ kind: 'person', chatId })),
    retry: () => dispatcher.wake(''),
    lookAgain: () => waitingRoom.lookAgain(),
    size: () => dispatcher.size(),
    async resume() {
      const interrupted = await recoverInterrupted(db)
      if (interrupted.repeated + interrupted.unknown > 0) {
        log.warn(interrupted, 'The last run ended in the middle of sending')
      }
      for await (const rows of waiting(db)) waitingRoom.offer(rows)
    },
    async stop() {
      waitingRoom.stop()
      await dispatcher.stop()
    },
  }
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
