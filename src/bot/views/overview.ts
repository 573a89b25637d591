import { shorten } from '../../domain/subject.ts'
import type { Priority, Ticket, TicketStatus } from '../../domain/ticket.ts'
import type { T } from '../../locales/texts.ts'

const marks: Record<Priority, string> = { urgent: '🔴', high: '🟠', normal: '🟢', low: '⚪' }

/** A line for each ticket: priority, number, subject, status and how long its client waits. */
export function ticketLines(
  tickets: Ticket[],
  { t, since }: { t: T; since: (at: Date) => string },
): string[] {
  return tickets.map(({ number, subject, status, priority, needsReplySince, tags }) => {
    const waits =
      needsReplySince === null ? [] : [t('staff-waiting-since', { time: since(needsReplySince) })]
    const facts = [t(`status-${status}`), ...waits, ...tags.map((tag) => `#${tag}`)]
    return `${marks[priority]} #${String(number)} ${shorten(subject, 60)} (${facts.join(', ')})`
  })
}

interface Measured {
  backlog: number
  live: number
  handled: number
  answerMs: number | null
  agents: { name: string; cases: number; answers: number; answerMs: number | null }[]
  stays: { status: TicketStatus; meanMs: number }[]
}

/** The base metrics of a period as lines of text. */
export function workLines(
  { backlog, live, handled, answerMs, agents, stays }: Measured,
  { days, t, duration }: { days: number; t: T; duration: (ms: number) => string },
): string[] {
  const time = (ms: number | null) => (ms === null ? t('staff-stats-none') : duration(ms))
  return [
    t('staff-stats', { days }),
    t('staff-stats-backlog', { backlog, live }),
    t('staff-stats-handled', { count: handled }),
    t('staff-stats-answer', { time: time(answerMs) }),
    ...agents.map(({ name, cases, answers, answerMs: own }) =>
      t('staff-stats-agent', { name, cases, answers, time: time(own) }),
    ),
    ...stays.map(({ status, meanMs }) =>
      t('staff-stats-status', { status: t(`status-${status}`), time: duration(meanMs) }),
    ),
  ]
}
