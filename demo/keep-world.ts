import { setTimeout as sleep } from 'node:timers/promises'

import type { Sandbox } from '../sandbox/index.ts'
import { saveWorld } from '../sandbox/state/saved-world.ts'
import type { DemoClock } from './clock.ts'
import { writeKeptWorld } from './kept-world.ts'

const everyMs = 3_000

/** Saves the world of the sandbox now, every few seconds in which it changed, and at the end. */
export async function keepWorld(
  folder: string,
  { world }: Sandbox,
  clock: DemoClock,
): Promise<{ stop(): Promise<void> }> {
  let saved = ''
  const state = () => `${String(world.revision)} ${String(clock.aheadMs())}`
  const save = async (complete: boolean) => {
    saved = state()
    const aheadMs = clock.aheadMs()
    await writeKeptWorld(folder, { world: saveWorld(world), aheadMs, complete })
  }

  const stopping = new AbortController()
  const ended = { signal: stopping.signal, ref: false }
  async function run(): Promise<void> {
    for (;;) {
      await sleep(everyMs, null, ended).catch(() => null)
      if (stopping.signal.aborted) return
      // A disk that is full may have room the next time.
      if (state() !== saved) await save(false).catch(() => undefined)
    }
  }

  await save(false)
  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
      await save(true)
    },
  }
}
