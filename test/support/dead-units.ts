import type { Change } from '../../src/services/change.ts'
import type { DeadUnit } from '../../src/services/intake/dead-unit.ts'

/** The dead updates that people are to be told of. */
export function deadUnits(changes: Change[]): DeadUnit[] {
  return changes.flatMap((change) =>
    change.about === 'desk' && change.notice === 'update_failed' ? [change.facts.unit] : [],
  )
}

export function idsOf({ updates }: DeadUnit): number[] {
  return updates.map(({ updateId }) => updateId)
}
