import { pbkdf2 } from 'node:crypto'
import { availableParallelism, loadavg } from 'node:os'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** What the work below takes on a core that has nothing else to do, on a machine of these years. */
const atRestMs = 250
const most = 10

/**
 * How many times longer than on a machine at rest everything takes here and now, from 1 to 10: by a
 * piece of work on every core at once, for a run uses all of them, and by how many programs wanted to
 * run in the last minute.
 */
export async function measurePatience(): Promise<number> {
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  const byWork = (performance.now() - startedAt) / atRestMs
  const byLoad = loadavg()[0]! / availableParallelism()
  const factor = Math.min(most, Math.max(1, byWork, byLoad))
  return Math.round(factor * 10) / 10
}

async function work(): Promise<void> {
  for (let count = 0; count < 10; count += 1) await derive('slow', 'ness', 60_000, 32, 'sha256')
}
