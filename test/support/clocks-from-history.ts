import { advanceClocks } from '../../src/domain/sla/advance-clocks.ts'
import type { SlaClock } from '../../src/domain/sla/clock.ts'
import type { TicketFact } from '../../src/domain/sla/fact.ts'
import type { SlaPolicy } from '../../src/domain/sla/policy.ts'
import type { Calendar } from '../../src/domain/working-hours.ts'

/** The clocks of a ticket after its whole history, the facts of which are in order. */
export function clocksFromHistory(
  facts: readonly TicketFact[],
  policy: SlaPolicy,
  calendar: Calendar | null,
): SlaClock[] {
  return facts.reduce<SlaClock[]>(
    (clocks, fact) => advanceClocks(clocks, fact, policy, calendar),
    [],
  )
}
