import type { Desk } from '../../desk/desk.ts'
import type { Notice } from '../../domain/decision.ts'
import type { PassedMoment } from '../../domain/sla/moments.ts'
import { formatMoment } from '../../locales/date-time.ts'
import type { MessageKey, T, Texts } from '../../locales/texts.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import type { Change, StoredMessage } from '../../services/tickets/change.ts'
import { answeredBy } from '../answered.ts'
import { iconByStatus } from '../topic-look.ts'
import { joinLines } from './join-lines.ts'
import { markNewcomer } from './mark-newcomer.ts'
import { mention, mentions } from './mention.ts'
import { presentCard } from './present-card.ts'
import { presentRelated } from './present-related.ts'

export interface PresentDeps {
  desk: Desk
  texts: Texts
  now: Date
}

/** With these a topic begins. */
const openings: ReadonlySet<Notice> = new Set(['ticket_opened', 'opened_for_client', 'split_off'])

/**
 * What a change means for the ticket's topic. The card says most of it; a line is posted only for
 * what an agent must notice and no card can tell.
 */
export function presentToStaff(change: Change, { desk, texts, now }: PresentDeps): Outgoing[] {
  const t = texts(desk.languages[0])
  const { ticket, notices } = change
  const place: Place = { kind: 'topic', ticketNumber: ticket.number }
  const isClosed = ticket.status === 'closed'
  const isReopened = notices.includes('reopened') || notices.includes('unmerged')
  const topic: Outgoing = {
    kind: 'topic',
    ticketNumber: ticket.number,
    icon: iconByStatus[ticket.status],
    ...((isClosed || isReopened) && { open: !isClosed }),
  }
  const effects = [
    ...(notices.length > 0 ? [cardOf(change, desk, t, now)] : []),
    ...joinLines([
      ...notices.flatMap((notice) => presentNotice(notice, change, place, t)),
      ...change.passed.map((moment) => presentPassed(moment, change, place, { desk, t, now })),
    ]),
    ...(notices.length > 0 && change.statusChanged ? [topic] : []),
  ]
  return markNewcomer(effects, change)
}

/** The card; of a new ticket it comes before all else in the topic. */
function cardOf(change: Change, desk: Desk, t: T, now: Date): Outgoing {
  const card = presentCard(change, desk, t, now)
  const isNew = change.notices.some((one) => openings.has(one))
  return isNew ? { ...card, first: true } : card
}

function presentNotice(notice: Notice, change: Change, place: Place, t: T): Outgoing[] {
  const line = (text: string, silent = false): Outgoing => ({
    kind: 'say',
    place,
    content: { text, entities: [] },
    silent,
  })
  const { name, supervisors } = addressees(change, t)
  switch (notice) {
    case 'opened_for_client':
      return change.messages.map((message) => firstWords(message, place))
    case 'ticket_opened':
    case 'client_wrote':
      return change.messages.flatMap((message) => [
        copyOf(message, place),
        ...(message.purpose === 'unsorted' ? [line(t('staff-unsorted'), true)] : []),
      ])
    case 'solution_rejected':
      return [line(t('staff-rejected')), ...change.messages.map((one) => copyOf(one, place))]
    case 'rejected_often':
      return [line(t('staff-rejected-often', { count: change.ticket.reopenCount, supervisors }))]
    case 'solution_accepted':
      return [line(t('staff-accepted'))]
    case 'client_thanked':
      return [line(t('staff-thanked'), true)]
    case 'reassigned':
      if (isOwnAct(change)) return []
      return [line(t('staff-assigned', { name }))]
    case 'distributed':
      return [line(t(change.assignee === null ? 'staff-released' : 'staff-assigned', { name }))]
    case 'limit_passed': {
      // With nobody to take over, the next notice says it all.
      if (change.notices.includes('nobody_free')) return []
      const assigned = t('staff-assigned', { name })
      return [line(`${t('staff-limit-passed')} ${assigned}`)]
    }
    case 'reopened':
      return [line(t('staff-reopened')), ...fromClient(change, place)]
    case 'withdrawn':
      return [line(t('staff-client-withdrew'))]
    case 'merged':
    case 'took_in':
    case 'unmerged':
    case 'gave_back':
    case 'split':
    case 'split_off':
      return [
        ...presentRelated(notice, change, place, t),
        ...(notice === 'took_in' || notice === 'split_off' ? fromTicket(change, place) : []),
      ]
    default:
      if (notice === 'development_finished' && isOwnAct(change)) return []
      return notice in lines
        ? [line(t(lines[notice as keyof typeof lines], { name, supervisors }))]
        : []
  }
}

/** A promise that is about to be broken, or is. */
function presentPassed(
  { kind, metric, dueAt }: PassedMoment,
  change: Change,
  place: Place,
  { desk, t, now }: { desk: Desk; t: T; now: Date },
): Outgoing {
  const time = formatMoment(dueAt, now, desk.timezone, desk.languages[0])
  const text = t(`staff-promise-${kind}-${metric}`, { time, ...addressees(change, t) })
  return { kind: 'say', place, content: { text, entities: [] } }
}

/** Nobody is told of what he did himself. */
function isOwnAct({ actor, assignee }: Change): boolean {
  return actor !== null && actor.id === assignee?.id
}

function addressees({ assignee, supervisors }: Change, t: T) {
  const others = supervisors.filter(({ id }) => id !== assignee?.id)
  return {
    name: assignee === null ? t('staff-nobody') : mention(assignee),
    supervisors: mentions(others, t),
  }
}

/** What an agent must notice, in one sentence that names who has to act. */
const lines = {
  postpone_over: 'staff-postpone-over',
  snooze_ended: 'staff-snooze-ended',
  development_finished: 'staff-development-done',
  development_overdue: 'staff-development-overdue',
  closed_by_time: 'staff-closed-by-time',
  client_unreachable: 'staff-unreachable',
  nobody_free: 'staff-nobody-free',
  released: 'staff-released',
} as const satisfies Partial<Record<Notice, MessageKey>>

function fromClient({ actor, messages }: Change, place: Place): Outgoing[] {
  return actor === null ? messages.map((message) => copyOf(message, place)) : []
}

/** What a client wrote in another ticket and an agent brought here. */
function fromTicket({ messages }: Change, place: Place): Outgoing[] {
  return messages.map((message) => copyOf({ ...message, replyToId: null }, place))
}

/** What the agent wrote to open the ticket, without the command. */
function firstWords(message: StoredMessage, place: Place): Outgoing {
  const { id, text, entities, attachments } = message
  if (attachments.length > 0) return copyOf(message, place)
  return { kind: 'say', place, content: { text, entities }, message: id }
}

/** What the client wrote, as he wrote it, in answer to what he answered. */
export function copyOf(message: StoredMessage, place: Place): Outgoing {
  const [first] = message.places
  if (first === undefined) throw new Error(`Message ${String(message.id)} stands nowhere`)
  return {
    kind: 'copy',
    place,
    message: message.id,
    from: { chatId: first.chatId, messageIds: message.places.map(({ messageId }) => messageId) },
    ...answeredBy(message),
    ...(message.forwarded && { forward: true }),
  }
}
