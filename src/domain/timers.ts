import { unansweredSince } from './ball.ts'
import { addWorkingTime, type Calendar } from './working-hours.ts'
import type { Ticket, Timer } from './ticket.ts'

export interface TimerSettings {
  /** Working time an agent has to answer a client. */
  replyLimitMs: number
  /** Working time between two actions on a ticket. */
  workLimitMs: number
  informationTimeoutMs: number
  solutionTimeoutMs: number
  /** How long a solution may stay undecided once its client has written. */
  undecidedTimeoutMs: number
  /** 0 is off. */
  reminderBeforeMs: number
}

/**
 * The timers of a ticket: a pure function of its state, so none can be forgotten.
 *
 * The reply limit counts from the oldest unanswered message, but a new assignee gets a full one, and
 * a limit that passed begins anew.
 */
export function timersOf(
  ticket: Ticket,
  settings: TimerSettings,
  calendar: Calendar | null,
): Timer[] {
  const limit = (kind: Timer['kind'], from: (Date | null)[], ms: number): Timer => ({
    kind,
    firesAt: addWorkingTime(latest(ticket.enteredAt, from), ms, calendar),
  })
  const { enteredAt, needsReplySince, undecidedSince } = ticket
  const { assignedAt, lastAgentActionAt, disciplinedAt } = ticket
  const replyLimit = () =>
    limit(
      'reply_limit',
      [unansweredSince(ticket), assignedAt, disciplinedAt],
      settings.replyLimitMs,
    )
  const workLimit = () =>
    limit(
      'work_limit',
      [enteredAt, lastAgentActionAt, assignedAt, disciplinedAt],
      settings.workLimitMs,
    )
  switch (ticket.status) {
    case 'new':
      return [replyLimit()]
    case 'open':
      return [needsReplySince === null ? workLimit() : replyLimit()]
    case 'pending':
      return waitingTimers(ticket, settings.informationTimeoutMs, settings.reminderBeforeMs)
    case 'solution_proposed': {
      if (undecidedSince === null) {
        return waitingTimers(ticket, settings.solutionTimeoutMs, settings.reminderBeforeMs)
      }
      const firesAt = new Date(undecidedSince.getTime() + settings.undecidedTimeoutMs)
      return [replyLimit(), { kind: 'undecided_due', firesAt }]
    }
    case 'postponed':
      return [{ kind: 'postpone_until', firesAt: ticket.postponedUntil ?? enteredAt }]
    case 'in_development': {
      const firesAt = ticket.developmentDueAt ?? enteredAt
      const due: Timer = { kind: 'development_due', firesAt }
      return needsReplySince === null ? [due] : [due, replyLimit()]
    }
    case 'closed':
      return []
  }
}

/**
 * When a ticket that waits for the client closes by itself; null while it does not wait, or waits for
 * support as well, because he has written.
 */
export function closesAt(
  { status, waitingSince, undecidedSince }: Ticket,
  settings: Pick<TimerSettings, 'informationTimeoutMs' | 'solutionTimeoutMs'>,
): Date | null {
  if (waitingSince === null || undecidedSince !== null) return null
  const timeoutMs =
    status === 'pending' ? settings.informationTimeoutMs : settings.solutionTimeoutMs
  return new Date(waitingSince.getTime() + timeoutMs)
}

function waitingTimers(ticket: Ticket, timeoutMs: number, reminderBeforeMs: number): Timer[] {
  const since = (ticket.waitingSince ?? ticket.enteredAt).getTime()
  const autoclose: Timer = { kind: 'autoclose', firesAt: new Date(since + timeoutMs) }
  if (reminderBeforeMs === 0 || ticket.remindedAt !== null) return [autoclose]
  // A timeout shorter than the warning is warned of half way.
  const remindAfterMs = Math.max(timeoutMs - reminderBeforeMs, timeoutMs / 2)
  return [{ kind: 'reminder', firesAt: new Date(since + remindAfterMs) }, autoclose]
}

function latest(fallback: Date, dates: (Date | null)[]): Date {
  const times = dates.flatMap((date) => (date === null ? [] : [date.getTime()]))
  return times.length === 0 ? fallback : new Date(Math.max(...times))
}
