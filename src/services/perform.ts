import { inTransaction, type Connection, type Queryable } from '../storage/sql.ts'
import type { Change } from './change.ts'
import { enqueue } from './notifier/enqueue.ts'
import type { OutboxRow } from './notifier/outcome.ts'
import type { Outgoing } from './notifier/outgoing.ts'

/** Says what people are told of changes; reads in the transaction that makes them. */
export type Tell = (db: Queryable, changes: Change[], now: Date) => Promise<Outgoing[]>

export interface PerformDeps {
  begin: () => Promise<Connection>
  tell: Tell
  /** Called after the commit with what is to be sent. */
  offer: (rows: OutboxRow[]) => void
}

/**
 * Runs a use case that no update asked for, in a transaction of its own, and tells people what it
 * changed. Rejects, and leaves nothing behind, when it cannot be written.
 *
 * @param act.cause the same cause tells people once, however often it is performed
 * @param run a use case; null: there was nothing to do
 */
export type Perform = <V extends { ok: true; changes: Change[] } | { ok: false }>(
  act: { cause: string; now: Date },
  run: (tx: Connection) => Promise<V | null>,
) => Promise<V | null>

/**
 * Makes the one way in which a timer or a watch of the program's own does something; an
 * update has the same in its unit of work (intake/work.ts).
 */
export function createPerform({ begin, tell, offer }: PerformDeps): Perform {
  return async ({ cause, now }, run) => {
    const { verdict, rows } = await inTransaction(begin, async (tx) => {
      const verdict = await run(tx)
      const changes = verdict?.ok === true ? verdict.changes : []
      const rows =
        changes.length === 0 ? [] : await enqueue(tx, cause, await tell(tx, changes, now))
      return { verdict, rows }
    })
    offer(rows)
    return verdict
  }
}
