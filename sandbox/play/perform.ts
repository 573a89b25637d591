import type { z } from 'zod'

import type { SandboxClock } from '../clock.ts'
import type { Faults } from '../faults.ts'
import { badRequest } from '../refusal.ts'
import type { World } from '../state/world.ts'
import type { Action, Actions } from './protocol.ts'
import { talking } from './talking.ts'
import { steering } from './steering.ts'

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

const performers: { [A in Action]: Performer<A> } = { ...talking, ...steering }

/** Does what a page asked for, after a look at the body. */
export async function perform(deps: PlayDeps, name: string, body: unknown): Promise<object> {
  const performer = Object.entries(performers).find(([action]) => action === name)?.[1]
  if (performer === undefined) throw badRequest(`nothing is known of "${name}"`)
  return run(performer as Performer<Action>, deps, body)
}

async function run<A extends Action>(
  performer: Performer<A>,
  deps: PlayDeps,
  body: unknown,
): Promise<object> {
  const read = performer.body.safeParse(body)
  if (!read.success) throw badRequest(inWords(read.error))
  return performer.run(deps, read.data)
}

/** The first problem; where it is, unless the sentence says so itself. */
function inWords({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'the request is not understood'
  return /[.]$/.test(issue.message) ? issue.message : `${issue.path.join('.')}: ${issue.message}`
}
