import { importanceOf, importances } from './importance.ts'
import type { OutboxRow } from './outcome.ts'

/** What rows of the outbox are told apart by: how much each matters, and bulk, which nobody waits for. */
export const rowClasses = [...importances, 'bulk'] as const

export type RowClass = (typeof rowClasses)[number]

function classOf({ bulk, effect }: OutboxRow): RowClass {
  return bulk ? 'bulk' : importanceOf(effect)
}

/** Whether somebody reads what a row brings; nobody misses a pin or the icon of a topic. */
export function isForReaders({ effect }: OutboxRow): boolean {
  return ['say', 'put', 'copy', 'files', 'revise'].includes(effect.kind)
}

/** The lowest id of each class that has a row. */
export function oldestOf(queues: Iterable<readonly OutboxRow[]>): Map<RowClass, number> {
  const oldest = new Map<RowClass, number>()
  for (const queue of queues) {
    for (const row of queue) {
      const known = oldest.get(classOf(row)) ?? Infinity
      if (row.id < known) oldest.set(classOf(row), row.id)
    }
  }
  return oldest
}
