import type { z } from 'zod'

import { badRequest } from '../refusal.ts'
import type { Performer, PlayDeps } from './performer.ts'
import type { Action } from './protocol.ts'
import { talking } from './talking.ts'
import { steering } from './steering.ts'

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
