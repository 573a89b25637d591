import { waitsForClient, type CloseReason } from '../ticket.ts'
import type { Calendar } from '../working-hours.ts'
import {
  endClock,
  hasEnded,
  pauseClock,
  retargetClock,
  runClock,
  type SlaClock,
  startClock,
} from './clock.ts'
import type { TicketFact } from './fact.ts'
import { clocksAt } from './moments.ts'
import type { SlaPolicy } from './policy.ts'

/** Closed with a solution; every other way of closing calls the promise off. */
const solved: ReadonlySet<CloseReason | null> = new Set(['accepted', 'solution_timeout', 'agreed'])

/** The clocks after one more fact. What time brought up to the fact is marked on the way. */
export function advanceClocks(
  clocks: readonly SlaClock[],
  fact: TicketFact,
  policy: SlaPolicy,
  calendar: Calendar | null,
): SlaClock[] {
  const before = clocksAt(clocks, fact.at, calendar)
  // Once more, since a promise made shorter can be broken at once.
  return clocksAt(applyFact(before, fact, policy, calendar), fact.at, calendar)
}

function applyFact(
  clocks: SlaClock[],
  fact: TicketFact,
  policy: SlaPolicy,
  calendar: Calendar | null,
): SlaClock[] {
  switch (fact.kind) {
    case 'created':
      return clocksOfNewTicket(fact, policy, calendar)
    case 'status_changed':
      return clocks.map((clock) => afterStatusChange(clock, fact, calendar))
    case 'merge_undone':
      return clocks.map((clock) => afterUndoneMerge(clock, fact, calendar))
    case 'message':
      return fact.author === 'agent'
        ? clocks.map((clock) => afterAnswer(clock, fact.at, calendar))
        : fact.isAck
          ? clocks
          : beginSpell(clocks, fact.at, policy, calendar)
    case 'left_undecided':
      return clocks
    case 'found_unanswered':
      return beginSpell(clocks, fact.since, policy, calendar)
    case 'priority_changed': {
      const targetMs = policy.resolutionMs[fact.priority]
      return clocks.map((clock) =>
        clock.metric === 'resolution' ? retargetClock(clock, targetMs, fact.at, calendar) : clock,
      )
    }
  }
}

type Fact<Kind extends TicketFact['kind']> = Extract<TicketFact, { kind: Kind }>

/** A ticket that an agent opened for a client owes nobody a first answer. */
function clocksOfNewTicket(
  { by, priority, at }: Fact<'created'>,
  policy: SlaPolicy,
  calendar: Calendar | null,
): SlaClock[] {
  const start = (metric: SlaClock['metric'], targetMs: number) =>
    startClock({ metric, cycleNo: 1, targetMs }, at, calendar)
  const resolution = start('resolution', policy.resolutionMs[priority])
  return by === 'agent'
    ? [resolution]
    : [start('first_response', policy.firstResponseMs), resolution]
}

function afterStatusChange(
  clock: SlaClock,
  { from, to, closeReason, at }: Fact<'status_changed'>,
  calendar: Calendar | null,
): SlaClock {
  const isResolution = clock.metric === 'resolution'
  if (to === 'closed') {
    const state = isResolution && solved.has(closeReason) ? 'met' : 'cancelled'
    return endClock(clock, state, at, calendar)
  }
  // While it is the client's turn, support's time to solve it does not count.
  if (isResolution) {
    return waitsForClient(to) ? pauseClock(clock, at, calendar) : runClock(clock, at, calendar)
  }
  // Closed before anybody answered and open again: the first answer is still owed.
  const isOwed = clock.metric === 'first_response' && clock.state === 'cancelled'
  return from === 'closed' && isOwed ? runClock(clock, at, calendar) : clock
}

/** The client waited all the time: what the merge called off goes on as if it had not been. */
function afterUndoneMerge(
  clock: SlaClock,
  { mergedAt, to }: Fact<'merge_undone'>,
  calendar: Calendar | null,
): SlaClock {
  const wasCalledOff =
    clock.state === 'cancelled' && clock.endedAt?.getTime() === mergedAt.getTime()
  if (!wasCalledOff) return clock
  const isPaused = clock.metric === 'resolution' && waitsForClient(to)
  return isPaused
    ? { ...clock, state: 'paused', endedAt: null }
    : runClock(clock, mergedAt, calendar)
}

function afterAnswer(clock: SlaClock, at: Date, calendar: Calendar | null): SlaClock {
  return clock.metric === 'resolution' ? clock : endClock(clock, 'met', at, calendar)
}

/** A spell begins with its oldest message: while an answer is owed, another message begins nothing. */
function beginSpell(
  clocks: SlaClock[],
  at: Date,
  policy: SlaPolicy,
  calendar: Calendar | null,
): SlaClock[] {
  const isLive = clocks.some((clock) => clock.metric === 'resolution' && !hasEnded(clock))
  const isOwed = clocks.some(({ metric, state }) => metric !== 'resolution' && state === 'running')
  if (!isLive || isOwed) return clocks
  const cycleNo = 1 + clocks.filter(({ metric }) => metric === 'next_response').length
  const cycle = { metric: 'next_response', cycleNo, targetMs: policy.nextResponseMs } as const
  return [...clocks, startClock(cycle, at, calendar)]
}
