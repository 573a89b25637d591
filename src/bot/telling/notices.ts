import type { Notice } from '../../domain/decision.ts'
import type { PassedMoment } from '../../domain/sla/moments.ts'
import { closesAt } from '../../domain/timers.ts'
import type { TicketChange } from '../../services/change.ts'
import type { Button, Outgoing } from '../../services/notifier/outgoing.ts'
import { packSlot } from '../../services/notifier/slot.ts'
import { pack } from '../buttons/callback-data.ts'
import { ratingStep } from '../views/rating.ts'
import { withHeader } from '../views/ticket-header.ts'
import { addButton, answerButtons } from './answer-buttons.ts'
import { spoken } from './content-for-client.ts'
import { opened, splitOff } from './opened.ts'
import type { Reader } from './reader.ts'
import { relatedLine } from './related-line.ts'
import { firstWords, relayed, relayedFromTicket } from './relayed.ts'
import { mention } from './mention.ts'
import type { NoticeRow } from './notice-row.ts'
import { proposalSlot } from './proposal-slot.ts'
import { line, type Room, type RoomWithSupervisors } from './room.ts'
import { decided, released, sentence, withWords } from './sentence.ts'

const nothing = () => []

/**
 * What each notice about a ticket says, and to whom. The one place where that is decided: a notice
 * without a row does not compile. Beside the rows stands what follows from no single notice:
 * `toFormerAssignee`, below.
 */
export const notices: Record<Notice, NoticeRow> = {
  ticket_opened: {
    client: opened,
    staff: relayed,
    beginsTopic: true,
  },
  opened_for_client: {
    client: spoken,
    staff: firstWords,
    beginsTopic: true,
  },
  agent_works_on_it: {
    client: (change, reader) =>
      sentence(change, reader, reader.t('notice-works', { name: change.assignee?.name ?? '' })),
    staff: nothing,
    optional: 'works',
  },
  reply_delivered: {
    client: spoken,
    staff: nothing,
  },
  information_asked: {
    client: spoken,
    staff: nothing,
  },
  solution_proposed: {
    client: spoken,
    staff: nothing,
  },
  solution_withdrawn: {
    client: (change, reader) => decided(change, reader, reader.t('notice-withdrawn')),
    staff: nothing,
  },
  client_wrote: {
    client: clientWrote,
    staff: (change, room) => [
      ...relayed(change, room),
      ...(isUnsorted(change) ? [line(room, room.t('staff-unsorted'), true)] : []),
    ],
  },
  decision_asked: {
    client: (change, reader) => askedToDecide(change, reader),
    staff: nothing,
  },
  undecided: {
    client: (change, reader) => decided(change, reader, reader.t('notice-undecided')),
    staff: (_change, room) => [line(room, room.t('staff-undecided', { name: room.name }))],
  },
  client_thanked: {
    client: (change, reader) => sentence(change, reader, reader.t('notice-thanked')),
    staff: (_change, room) => [line(room, room.t('staff-thanked'), true)],
  },
  solution_accepted: {
    client: (change, reader) => decided(change, reader, reader.t('notice-accepted')),
    staff: (_change, room) => [line(room, room.t('staff-accepted'))],
  },
  solution_rejected: {
    client: (change, reader) => decided(change, reader, reader.t('notice-rejected')),
    staff: (change, room) => [line(room, room.t('staff-rejected')), ...relayed(change, room)],
  },
  rejected_often: {
    client: nothing,
    staff: ({ ticket }, room) => {
      const { t, supervisors } = room
      return [line(room, t('staff-rejected-often', { count: ticket.reopenCount, supervisors }))]
    },
    supervisors: true,
  },
  rating_asked: {
    client: ({ ticket }, { place, t }) => [
      {
        kind: 'put',
        place,
        content: ratingStep(ticket, 'helpfulness', t),
        slot: packSlot({ kind: 'rating', ticket: ticket.number, closure: ticket.closureNo }),
      },
    ],
    staff: nothing,
  },
  rated: {
    client: nothing,
    staff: nothing,
  },
  rated_low: {
    client: nothing,
    staff: (_change, room) => [
      line(room, room.t('staff-rated-low', { supervisors: room.supervisors })),
    ],
    supervisors: true,
  },
  reassigned: {
    client: nothing,
    // Who took it from a colleague is named to him.
    staff: (change, room) =>
      isOwnAct(change) && change.formerAssignee === null ? [] : [assigned(room)],
  },
  released: {
    client: nothing,
    staff: (_change, room) => [line(room, room.t('staff-released'))],
  },
  distributed: {
    client: nothing,
    staff: ({ assignee }, room) => [
      assignee === null ? line(room, room.t('staff-released')) : assigned(room),
    ],
  },
  limit_passed: {
    client: nothing,
    staff: limitPassed,
    supervisors: true,
  },
  nobody_free: {
    client: nothing,
    staff: nobodyFree,
    supervisors: true,
  },
  passed_around: {
    client: nothing,
    staff: (_change, room) => [line(room, room.t('staff-passed-around', { people: room.people }))],
    supervisors: true,
  },
  postponed: {
    client: (change, reader) => {
      const text = reader.t('notice-postponed', at(change.ticket.postponedUntil, reader))
      return sentence(change, reader, withWords(text, change))
    },
    staff: nothing,
  },
  postpone_over: {
    client: (change, reader) => sentence(change, reader, reader.t('notice-postpone-over')),
    staff: (_change, room) => [line(room, room.t('staff-postpone-over', { name: room.name }))],
    optional: 'progress',
  },
  snooze_ended: {
    client: nothing,
    staff: (_change, room) => [line(room, room.t('staff-snooze-ended', { name: room.name }))],
  },
  resumed: {
    client: (change, reader) => sentence(change, reader, reader.t('notice-resumed')),
    staff: nothing,
    optional: 'progress',
  },
  development_started: {
    client: (change, reader) => expected('notice-development', change, reader),
    staff: nothing,
    optional: 'progress',
  },
  development_moved: {
    client: (change, reader) => expected('notice-development-moved', change, reader),
    staff: nothing,
    optional: 'progress',
  },
  development_finished: {
    client: (change, reader) => sentence(change, reader, reader.t('notice-development-over')),
    staff: (change, room) =>
      isOwnAct(change) ? [] : [line(room, room.t('staff-development-done', { name: room.name }))],
    optional: 'progress',
  },
  development_overdue: {
    client: (change, reader) => sentence(change, reader, reader.t('notice-development-overdue')),
    staff: (_change, room) => [
      line(room, room.t('staff-development-overdue', { people: room.people })),
    ],
    optional: 'progress',
    supervisors: true,
  },
  reminded: {
    client: (change, reader) => {
      const { ticket } = change
      const { desk, t } = reader
      const text = t('notice-reminder', at(closesAt(ticket, desk.timers), reader))
      return sentence(change, reader, text, answerButtons(ticket, t))
    },
    staff: nothing,
  },
  closed_by_time: {
    client: (change, reader) => {
      const isUndecided = change.ticket.closeReason === 'solution_timeout'
      const text = reader.t(isUndecided ? 'notice-closed-undecided' : 'notice-closed-unanswered')
      return sentence(change, reader, text, reopenButton(change, reader))
    },
    staff: (_change, room) => [line(room, room.t('staff-closed-by-time'))],
  },
  client_unreachable: {
    client: nothing,
    staff: (_change, room) => [line(room, room.t('staff-unreachable', { name: room.name }))],
  },
  withdrawn: {
    client: (change, reader) => sentence(change, reader, reader.t('notice-you-withdrew')),
    staff: (_change, room) => [line(room, room.t('staff-client-withdrew'))],
  },
  closed_by_agent: {
    client: (change, reader) => {
      if (change.ticket.closeReason === 'spam') return []
      const text = withWords(reader.t('notice-closed-by-agent'), change)
      return sentence(change, reader, text, reopenButton(change, reader))
    },
    staff: nothing,
  },
  reopened: {
    client: (change, reader) => {
      const text = reader.t('notice-reopened')
      return sentence(change, reader, change.by === 'agent' ? withWords(text, change) : text)
    },
    staff: (change, room) => [
      line(room, room.t('staff-reopened')),
      ...(change.by === 'client' ? relayed(change, room) : []),
    ],
    opensTopic: true,
  },
  merged: {
    client: (change, reader) => {
      const { ticket, related } = change
      if (related === undefined) return []
      const text = reader.t('notice-merged', { number: ticket.number, other: related.number })
      return sentence(change, reader, text, addButton(related.number, reader.t))
    },
    staff: (change, room) => relatedLine('staff-merged', change, room),
  },
  took_in: {
    client: (change, { place }) => (change.statusChanged ? [released(change, place)] : []),
    staff: (change, room) => [
      ...relatedLine('staff-took-in', change, room),
      ...relayedFromTicket(change, room),
    ],
  },
  unmerged: {
    client: (change, reader) => {
      const { number } = change.ticket
      return sentence(change, reader, reader.t('notice-unmerged', { number }))
    },
    staff: (change, room) => relatedLine('staff-unmerged', change, room),
    opensTopic: true,
  },
  gave_back: {
    client: nothing,
    staff: (change, room) => relatedLine('staff-gave-back', change, room),
  },
  split: {
    client: nothing,
    staff: (change, room) => relatedLine('staff-split', change, room, change.messages[0]),
  },
  split_off: {
    client: splitOff,
    staff: (change, room) => [
      ...relatedLine('staff-split-off', change, room),
      ...relayedFromTicket(change, room),
    ],
    beginsTopic: true,
  },
  relabelled: {
    client: nothing,
    staff: nothing,
  },
  promise_near: {
    client: nothing,
    staff: (change, room) =>
      passedOf('warning', change).map(({ metric, dueAt }) => {
        const { t, moment, name } = room
        return line(room, t(`staff-promise-warning-${metric}`, { time: moment(dueAt), name }))
      }),
    leavesCard: true,
  },
  promise_broken: {
    client: nothing,
    staff: (change, room) =>
      passedOf('breach', change).map(({ metric, dueAt }) => {
        const { t, moment, people } = room
        return line(room, t(`staff-promise-breach-${metric}`, { time: moment(dueAt), people }))
      }),
    supervisors: true,
    leavesCard: true,
  },
}

/** What a client hears of his own words: only what he cannot see in front of him. */
function clientWrote(change: TicketChange, reader: Reader): Outgoing[] {
  if (isUnsorted(change)) return decided(change, reader, reader.t('notice-unsorted'))
  return change.statusChanged ? decided(change, reader, reader.t('notice-answered')) : []
}

/** The buttons move from the solution, or from the last time he was asked, below what he wrote. */
function askedToDecide(change: TicketChange, { place, t }: Reader): Outgoing[] {
  const { ticket } = change
  const content = withHeader(ticket, t('notice-is-it-solved'))
  const buttons = [answerButtons(ticket, t)]
  const slot = proposalSlot(ticket.number, ticket.proposalNo)
  return [released(change, place), { kind: 'put', place, slot, content: { ...content, buttons } }]
}

function isUnsorted({ messages }: TicketChange): boolean {
  return messages.some(({ purpose }) => purpose === 'unsorted')
}

/** When engineers are expected to be done. */
function expected(
  key: 'notice-development' | 'notice-development-moved',
  change: TicketChange,
  reader: Reader,
): Outgoing[] {
  return sentence(change, reader, reader.t(key, at(change.ticket.developmentDueAt, reader)))
}

/** Where nobody takes over, another notice says it all. */
function limitPassed(change: TicketChange, room: RoomWithSupervisors): Outgoing[] {
  const { notices: all } = change
  if (all.includes('nobody_free') || all.includes('passed_around')) return []
  const { t, others } = room
  const passed = t('staff-limit-passed')
  const noted = others === null ? '' : ` ${t('staff-noted-by', { supervisors: others })}`
  return [line(room, passed + noted), assigned(room)]
}

/** Without an assignee somebody has to be found; with one it stays theirs, and they are told, too. */
function nobodyFree({ assignee }: TicketChange, room: RoomWithSupervisors): Outgoing[] {
  const { t, supervisors, people } = room
  const text =
    assignee === null
      ? t('staff-nobody-free', { supervisors })
      : t('staff-nobody-else-free', { people })
  return [line(room, text)]
}

/** Beside the rows: from whom a ticket is taken, whatever the cause, must not go on with it. */
export function toFormerAssignee({ formerAssignee, actor }: TicketChange, room: Room): Outgoing[] {
  if (formerAssignee === null || formerAssignee.id === actor?.id) return []
  const text = room.t('staff-no-longer-yours', { name: mention(formerAssignee) })
  return [line({ ...room, agents: [formerAssignee] }, text)]
}

function assigned(room: Room): Outgoing {
  return line(room, room.t('staff-assigned', { name: room.name }))
}

/** Promises that are about to be broken, or are. */
function passedOf(kind: PassedMoment['kind'], { passed }: TicketChange): PassedMoment[] {
  return passed.filter((one) => one.kind === kind)
}

/** Nobody is told of what he did himself. */
function isOwnAct({ actor, assignee }: TicketChange): boolean {
  return actor !== null && actor.id === assignee?.id
}

function at(time: Date | null, { moment }: Reader): { time: string } {
  return { time: time === null ? '' : moment(time) }
}

function reopenButton({ ticket }: TicketChange, { desk, t }: Reader): Button[] {
  if (desk.timers.reopenWindowMs === 0) return []
  const { number, closureNo: closure } = ticket
  return [{ label: t('notice-reopen'), data: pack({ action: 'reopen', ticket: number, closure }) }]
}
