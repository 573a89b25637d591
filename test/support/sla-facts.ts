import type { MessageAuthor } from '../../src/domain/message.ts'
import type { SlaClock, SlaMetric } from '../../src/domain/sla/clock.ts'
import type { TicketFact } from '../../src/domain/sla/fact.ts'
import { clocksAt } from '../../src/domain/sla/moments.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { slaPolicyOf } from '../../src/domain/sla/policy.ts'
import type { CloseReason, Priority, TicketStatus } from '../../src/domain/ticket.ts'
import type { Calendar } from '../../src/domain/working-hours.ts'
import { noon } from './a-ticket.ts'
import { clocksFromHistory } from './clocks-from-history.ts'

export const minute = 60_000
export const hour = 60 * minute

export const policy = slaPolicyOf(builtInDesk.timers)

/** So many minutes after noon. */
export const after = (minutes: number) => new Date(noon.getTime() + minutes * minute)

export const opened = (priority: Priority = 'normal', at: Date = noon): TicketFact => ({
  kind: 'created',
  by: 'client',
  priority,
  at,
})

export const openedByAgent: TicketFact = {
  kind: 'created',
  by: 'agent',
  priority: 'normal',
  at: noon,
}

const said = (author: MessageAuthor, isAck: boolean) => (minutes: number) =>
  ({ kind: 'message', author, isAck, at: after(minutes) }) satisfies TicketFact

export const asks = said('client', false)
export const thanks = said('client', true)
export const answers = said('agent', false)

export const leavesOpen = (minutes: number): TicketFact => ({
  kind: 'left_undecided',
  at: after(minutes),
})

export const foundUnanswered = (since: number, minutes: number): TicketFact => ({
  kind: 'found_unanswered',
  since: after(since),
  at: after(minutes),
})

export const turns = (from: TicketStatus, to: TicketStatus, minutes: number): TicketFact => ({
  kind: 'status_changed',
  from,
  to,
  closeReason: null,
  at: after(minutes),
})

export const closes = (
  from: TicketStatus,
  closeReason: CloseReason,
  minutes: number,
): TicketFact => ({
  kind: 'status_changed',
  from,
  to: 'closed',
  closeReason,
  at: after(minutes),
})

export const becomes = (priority: Priority, minutes: number): TicketFact => ({
  kind: 'priority_changed',
  priority,
  at: after(minutes),
})

/** How to look at clocks. */
export interface Look {
  at?: Date
  calendar?: Calendar | null
}

/** The clocks of one metric after a history, as they stand at `at` if that is later. */
export function cyclesOf(
  metric: SlaMetric,
  facts: TicketFact[],
  { at, calendar = null }: Look = {},
): SlaClock[] {
  const clocks = clocksFromHistory(facts, policy, calendar)
  const then = at === undefined ? clocks : clocksAt(clocks, at, calendar)
  return then.filter((clock) => clock.metric === metric)
}

/** The only clock of a metric. */
export function clockOf(metric: SlaMetric, facts: TicketFact[], look: Look = {}): SlaClock {
  const [clock, ...others] = cyclesOf(metric, facts, look)
  if (clock === undefined || others.length > 0) throw new Error(`Not one clock of ${metric}`)
  return clock
}
