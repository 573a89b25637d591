import { createBatcher } from '../batcher.ts'
import { mergeRows } from './merge-rows.ts'
import { afterAmbiguity, type Outcome, type OutboxRow } from './outcome.ts'
import type { Settlement } from './settle-rows.ts'

export interface AttemptDeps {
  /** Says in the database which rows leave; may be repeated by the same run. */
  claim: (rows: OutboxRow[]) => Promise<boolean[]>
  /** One attempt. Must not throw and must end by itself. */
  deliver: (row: OutboxRow) => Promise<Outcome>
  log: { warn: (fields: object, message: string) => void }
}

/**
 * How an attempt ended; `not known`: whether the row may be sent, because the database did not
 * answer; `not mine`: it was sent, or somebody else does it.
 */
export type Attempted = Settlement | 'not known' | 'not mine'

/** Makes the function that claims the head of a lane and tries once to send it. */
export function createAttempts(
  deps: AttemptDeps,
): (queue: readonly OutboxRow[], head: OutboxRow) => Promise<Attempted> {
  const claim = createBatcher<OutboxRow, boolean>(deps.claim)
  return async (queue, head) => {
    try {
      if (!(await claim(head))) return 'not mine'
    } catch (error) {
      const fields = { err: error, outboxId: head.id }
      deps.log.warn(fields, 'The outbox could not be written; trying again')
      return 'not known'
    }
    head.attempts += 1
    const { effect, merged } = mergeRows(head, queue.slice(1))
    const outcome = afterAmbiguity(head, await deps.deliver({ ...head, effect }))
    return merged.length === 0
      ? { row: head, outcome, merged }
      : { row: head, outcome, merged, carried: effect }
  }
}
