import { patience } from './patience.ts'
import type { World } from './state/world.ts'

/**
 * Waits until something can be read, looking again whenever the chats change.
 *
 * @param read undefined, null and false: not yet; may ask elsewhere, so it is also read every 50 ms
 * @param what words for the error
 * @throws after `timeoutMs`, or as much longer as patience.ts says
 */
export async function until<T>(
  world: World,
  read: () => T | Promise<T>,
  timeoutMs: number,
  what: string,
): Promise<NonNullable<Exclude<T, false>>> {
  const limitMs = timeoutMs * patience
  const deadline = Date.now() + limitMs
  for (;;) {
    const changed = nextChange(world, 50)
    const value = await read()
    if (value !== undefined && value !== null && value !== false) {
      return value as NonNullable<Exclude<T, false>>
    }
    if (Date.now() > deadline) throw new Error(`Waited ${limitMs} ms for ${what} in vain.`)
    await changed
  }
}

/** Listens before the reading, so that no change falls between them. */
function nextChange({ events }: World, atMostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      events.off('change', finish)
      resolve()
    }
    const timer = setTimeout(finish, atMostMs)
    events.once('change', finish)
  })
}
