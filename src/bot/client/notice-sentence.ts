import type { Desk } from '../../desk/desk.ts'
import type { Notice } from '../../domain/decision.ts'
import { join } from '../../domain/formatted.ts'
import type { FormattedText } from '../../domain/message.ts'
import { closesAt } from '../../domain/timers.ts'
import type { T } from '../../locales/texts.ts'
import type { Button } from '../../services/notifier/outgoing.ts'
import type { Change } from '../../services/tickets/change.ts'
import { pack } from '../callback-data.ts'
import { addButton, answerButtons } from './answer-buttons.ts'

export interface Sentence {
  text: FormattedText | string
  buttons?: Button[]
}

/** Notices that are one sentence, with what was said and the buttons that belong to it. */
export function noticeSentence(
  notice: Notice,
  change: Change,
  { desk, t, moment }: { desk: Desk; t: T; moment: (at: Date) => string },
): Sentence | null {
  const { ticket, assignee, messages } = change
  const withWords = (text: string): FormattedText =>
    join(text, ...messages.flatMap((message) => ['\n', message]))
  const at = (time: Date | null) => ({ time: time === null ? '' : moment(time) })
  switch (notice) {
    case 'agent_works_on_it':
      return { text: t('notice-works', { name: assignee?.name ?? '' }) }
    case 'client_thanked':
      return { text: t('notice-thanked') }
    case 'postponed':
      return { text: withWords(t('notice-postponed', at(ticket.postponedUntil))) }
    case 'postpone_over':
      return { text: t('notice-postpone-over') }
    case 'resumed':
      return { text: t('notice-resumed') }
    case 'development_started':
      return { text: t('notice-development', at(ticket.developmentDueAt)) }
    case 'development_moved':
      return { text: t('notice-development-moved', at(ticket.developmentDueAt)) }
    case 'development_finished':
    case 'development_overdue':
      return { text: t('notice-development-over') }
    case 'reminded': {
      const text = t('notice-reminder', at(closesAt(ticket, desk.timers)))
      return { text, buttons: answerButtons(ticket, t) }
    }
    case 'closed_by_time': {
      const isUndecided = ticket.closeReason === 'solution_timeout'
      const text = t(isUndecided ? 'notice-closed-undecided' : 'notice-closed-unanswered')
      return { text, buttons: reopenButton(change, desk, t) }
    }
    case 'closed_by_agent':
      if (ticket.closeReason === 'spam') return null
      return {
        text: withWords(t('notice-closed-by-agent')),
        buttons: reopenButton(change, desk, t),
      }
    case 'withdrawn':
      return { text: t('notice-you-withdrew') }
    case 'merged':
      return change.related === undefined
        ? null
        : {
            text: t('notice-merged', { number: ticket.number, other: change.related.number }),
            buttons: addButton(change.related.number, t),
          }
    case 'unmerged':
      return { text: t('notice-unmerged', { number: ticket.number }) }
    case 'reopened':
      return {
        text: change.actor === null ? t('notice-reopened') : withWords(t('notice-reopened')),
      }
    default:
      return null
  }
}

function reopenButton({ ticket }: Change, desk: Desk, t: T): Button[] {
  if (desk.timers.reopenWindowMs === 0) return []
  const { number, closureNo: closure } = ticket
  return [{ label: t('notice-reopen'), data: pack({ action: 'reopen', ticket: number, closure }) }]
}
