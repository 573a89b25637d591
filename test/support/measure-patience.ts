import { pbkdf2Sync } from 'node:crypto'
import { availableParallelism, loadavg } from 'node:os'

/** What the work below takes on a core that has nothing else to do, on a machine of these years. */
const atRestMs = 250
const most = 10

/**
 * How many times longer than on a machine at rest everything takes here and now, from 1 to 10: by a
 * piece of work, and by how many programs wanted to run in the last minute.
 */
export function measurePatience(): number {
  const startedAt = performance.now()
  for (let count = 0; count < 10; count += 1) pbkdf2Sync('slow', 'ness', 60_000, 32, 'sha256')
  const byWork = (performance.now() - startedAt) / atRestMs
  const byLoad = loadavg()[0]! / availableParallelism()
  const factor = Math.min(most, Math.max(1, byWork, byLoad))
  return Math.round(factor * 10) / 10
}
