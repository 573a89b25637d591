import type { z } from 'zod'

import type { SandboxClock } from '../clock.ts'
import type { Faults } from '../faults.ts'
import type { World } from '../state/world.ts'
import type { Action, Actions } from './protocol.ts'

export interface PlayDeps {
  world: World
  faults: Faults
  clock: SandboxClock
}

/** How one thing is done that people do on the page; refusals are thrown in Telegram's way. */
export interface Performer<A extends Action> {
  body: z.ZodType<Actions[A]['body']>
  run: (
    deps: PlayDeps,
    body: Actions[A]['body'],
  ) => Actions[A]['answer'] | Promise<Actions[A]['answer']>
}
