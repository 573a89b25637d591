import type { Connection, Queryable } from '../../storage/sql.ts'
import { enqueue } from '../notifier/enqueue.ts'
import type { OutboxRow } from '../notifier/outcome.ts'
import type { Outgoing } from '../notifier/outgoing.ts'
import { readSetting, saveSetting } from '../settings.ts'
import type { TicketDeps } from '../tickets/apply-event.ts'
import type { Change, Verdict } from '../tickets/change.ts'
import { distribute, ticketsToDistribute } from './distribute.ts'
import { dueTimers, postponeLateClosings, type DueTimer } from './due-timers.ts'
import { duePromises, lookAtPromises } from './due-promises.ts'
import { fireTimer } from './fire-timer.ts'
import { sortMessage, unsortedMessages } from './unsorted-messages.ts'

export interface TickDeps extends TicketDeps {
  db: Queryable
  begin: () => Promise<Connection>
  /** Says what a change means for people. */
  present: (change: Change, now: Date) => Outgoing[]
  queued: (rows: OutboxRow[]) => void
  log: Record<'info' | 'error', (fields: object, message: string) => void>
  now: () => Date
}

export interface TickOptions {
  /** The clock was moved on purpose: that it did not run before is no outage. */
  moved: boolean
}

const pageSize = 100

/** A longer silence of the clock is an outage. */
const outageMs = 120_000
const graceMs = 3_600_000
const noteEveryMs = 30_000

/**
 * Fires what is due. A timer is a row; whoever locks its ticket first fires it, and the state that
 * follows has other timers, so on any number of replicas it fires once.
 */
export function createTick(deps: TickDeps): (options?: TickOptions) => Promise<void> {
  const { db, log, now } = deps
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
  }

  /** Acts on one ticket in a transaction of its own; people are told after the commit. */
  async function act(
    cause: string,
    at: Date,
    run: (tx: Connection) => Promise<Verdict | null>,
  ): Promise<Verdict | null> {
    const tx = await deps.begin()
    try {
      const verdict = await run(tx)
      const rows =
        verdict?.ok === true ? await enqueue(tx, cause, deps.present(verdict.change, at)) : []
      await tx.commit()
      deps.queued(rows)
      return verdict
    } catch (error) {
      await tx.rollback()
      throw error
    }
  }

  async function fire(timer: DueTimer, at: Date): Promise<void> {
    const { ticketNumber, kind, ticketVersion } = timer
    const cause = `timer:${[ticketNumber, kind, ticketVersion].join(':')}`
    const verdict = await act(cause, at, (tx) => fireTimer(tx, deps, { timer, now: at }))
    if (verdict?.ok === false) {
      log.error({ ...timer, reason: verdict.reason }, 'A timer does not fit its ticket')
    }
  }

  /** Gives out the queue, the most urgent ticket first, as long as somebody is free. */
  async function distributeQueue(at: Date): Promise<void> {
    for (const number of await ticketsToDistribute(db, deps, at, pageSize)) {
      const cause = `distribute:${[number, at.getTime()].join(':')}`
      await act(cause, at, (tx) => distribute(tx, deps, { number, now: at }))
    }
  }

  /** Says which promises are about to be broken, or are. */
  async function watchPromises(at: Date): Promise<void> {
    for (const number of await duePromises(db, at, pageSize)) {
      const cause = `promise:${[number, at.getTime()].join(':')}`
      await act(cause, at, (tx) => lookAtPromises(tx, deps, { number, now: at }))
    }
  }

  /** Gives messages that wait for their author's word to a ticket, when they waited long enough. */
  async function sortMessages(at: Date): Promise<void> {
    for (const message of await unsortedMessages(db, deps, at, pageSize)) {
      const cause = `unsorted:${String(message.id)}`
      await act(cause, at, (tx) => sortMessage(tx, deps, { message, now: at }))
    }
  }

  /** @returns how many of them need not be looked at again now */
  async function fireAll(timers: DueTimer[], at: Date): Promise<number> {
    let done = 0
    for (const timer of timers) {
      try {
        await fire(timer, at)
        done += 1
      } catch (error) {
        log.error({ err: error, ...timer }, 'A timer could not be fired; trying again')
      }
    }
    return done
  }

  return async ({ moved } = { moved: false }) => {
    const at = now()
    await noteTime(at, moved)
    for (;;) {
      const timers = await dueTimers(db, deps.desk, at, pageSize)
      const done = await fireAll(timers, at)
      if (timers.length < pageSize || done === 0) break
    }
    await watchPromises(at)
    await sortMessages(at)
    await distributeQueue(at)
  }
}
