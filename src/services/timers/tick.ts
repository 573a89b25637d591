import type { Connection, Queryable } from '../../storage/sql.ts'
import type { Perform } from '../perform.ts'
import { readSetting, saveSetting } from '../settings.ts'
import { forgetAlbums } from '../telegram/albums.ts'
import type { TicketDeps } from '../tickets/apply-event.ts'
import type { Verdict } from '../change.ts'
import { distribute, ticketsToDistribute } from './distribute.ts'
import { dueTimers, postponeLateClosings, type DueTimer } from './due-timers.ts'
import { duePromises, lookAtPromises } from './due-promises.ts'
import { fireTimer } from './fire-timer.ts'
import { createLooking, type Looking } from './look-at-each.ts'
import { sortMessage, unsortedMessages, type UnsortedMessage } from './unsorted-messages.ts'

export interface TickDeps extends TicketDeps {
  db: Queryable
  perform: Perform
  log: Record<'info' | 'error', (fields: object, message: string) => void>
  now: () => Date
  /** Default: one of its own. */
  looking?: Looking
}

export interface TickOptions {
  /** The clock was moved on purpose: that it did not run before is no outage. */
  moved: boolean
}

/** What is done to one ticket; null: nothing was to be done. */
type Act = (tx: Connection) => Promise<Verdict | null>

/** A longer silence of the clock is an outage. */
const outageMs = 120_000
const graceMs = 3_600_000
const noteEveryMs = 30_000

/**
 * Fires what is due. A timer is a row; whoever locks its ticket first fires it, and the state that
 * follows has other timers, so on any number of replicas it fires once.
 */
export function createTick(deps: TickDeps): (options?: TickOptions) => Promise<void> {
  const { db, log, now, perform, looking = createLooking(deps) } = deps
  let notedAt = 0

  /** Notes that the clock runs, and sees whether it stood still. */
  async function noteTime(at: Date, moved: boolean): Promise<void> {
    // Noted at once when the clock was set back: else nothing would be until it is there again.
    const sinceMs = at.getTime() - notedAt
    if (sinceMs >= 0 && sinceMs < noteEveryMs) return
    const last = notedAt === 0 ? await readSetting(db, 'tick') : notedAt
    if (!moved && typeof last === 'number' && at.getTime() - last > outageMs) {
      const later = new Date(at.getTime() + graceMs)
      const tickets = await postponeLateClosings(db, at, later)
      log.info({ tickets }, 'After an outage, tickets that would have been closed wait for an hour')
    }
    notedAt = at.getTime()
    await saveSetting(db, 'tick', notedAt)
    await forgetAlbums(db, at)
  }

  /** Whether anything came of it. */
  async function acted(cause: string, at: Date, run: Act): Promise<boolean> {
    const verdict = await perform({ cause, now: at }, run)
    return verdict?.ok === true
  }

  const fireTimers = (at: Date) =>
    looking.lookAtEach<DueTimer>({
      what: 'timer',
      all: true,
      find: (limit) => dueTimers(db, deps.desk, at, limit),
      keyOf: nameOf,
      async act(timer) {
        const cause = `timer:${nameOf(timer)}`
        const verdict = await perform({ cause, now: at }, (tx) =>
          fireTimer(tx, deps, { timer, now: at }),
        )
        if (verdict?.ok === false) throw new Error(`It does not fit its ticket: ${verdict.reason}`)
        return verdict !== null
      },
    })

  /** Gives out the queue, the most urgent ticket first, as long as somebody is free. */
  const distributeQueue = (at: Date) =>
    looking.lookAtEach<number>({
      what: 'distribute',
      find: (limit) => ticketsToDistribute(db, deps, at, limit),
      keyOf: (number) => number,
      act: (number) =>
        acted(`distribute:${[number, at.getTime()].join(':')}`, at, (tx) =>
          distribute(tx, deps, { number, now: at }),
        ),
    })

  /** Says which promises are about to be broken, or are. */
  const watchPromises = (at: Date) =>
    looking.lookAtEach<number>({
      what: 'promise',
      find: (limit) => duePromises(db, at, limit),
      keyOf: (number) => number,
      act: (number) =>
        acted(`promise:${[number, at.getTime()].join(':')}`, at, (tx) =>
          lookAtPromises(tx, deps, { number, now: at }),
        ),
    })

  /** Gives messages that wait for their author's word to a ticket, when they waited long enough. */
  const sortMessages = (at: Date) =>
    looking.lookAtEach<UnsortedMessage>({
      what: 'unsorted',
      find: (limit) => unsortedMessages(db, deps, at, limit),
      keyOf: ({ id }) => id,
      act: (message) =>
        acted(`unsorted:${String(message.id)}`, at, (tx) =>
          sortMessage(tx, deps, { message, now: at }),
        ),
    })

  return async ({ moved } = { moved: false }) => {
    const at = now()
    await noteTime(at, moved)
    const problems: unknown[] = []
    for (const look of [fireTimers, watchPromises, sortMessages, distributeQueue]) {
      // Whatever one of them meets, the others have their turn.
      await look(at).catch((error: unknown) => problems.push(error))
    }
    const [cause] = problems
    if (cause !== undefined) throw new Error('Not all that is due could be looked at', { cause })
  }
}

function nameOf({ ticketNumber, kind, ticketVersion }: DueTimer): string {
  return [ticketNumber, kind, ticketVersion].join(':')
}
