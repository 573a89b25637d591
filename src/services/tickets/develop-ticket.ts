import type { DevelopmentPlan } from '../../domain/event.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { Verdict } from '../change.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import { actorOf, type AgentActs } from './take-ticket.ts'

const dayMs = 86_400_000

/** The furthest a development may be planned. */
const maxDevelopmentMs = 180 * dayMs

/** T14, T15: engineers work on it; told once more, the plan is changed. */
export function planDevelopment(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs & { development: DevelopmentPlan },
): Promise<Verdict> {
  const { development, ...acts } = input
  return applyEvent(tx, deps, {
    ...acts,
    event: ({ status }) => ({
      type: status === 'in_development' ? 'update_development' : 'start_development',
      development,
      maxMs: maxDevelopmentMs,
    }),
    actor: actorOf(acts.agent),
  })
}

/** T17: development has ended; of a postponed ticket it means that the work goes on (T13). */
export function finishDevelopment(
  tx: Queryable,
  deps: TicketDeps,
  input: AgentActs,
): Promise<Verdict> {
  return applyEvent(tx, deps, {
    ...input,
    event: ({ status }) => ({ type: status === 'postponed' ? 'resume' : 'development_done' }),
    actor: actorOf(input.agent),
  })
}
