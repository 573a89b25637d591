import type { TicketChange } from '../../services/change.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import { iconByStatus } from '../views/topic-look.ts'
import { presentCard } from './card.ts'
import { joinLines } from './join-lines.ts'
import type { NoticeRow } from './notice-row.ts'
import { notices, toFormerAssignee } from './notices.ts'
import { roomOf, withSupervisors, type Room } from './room.ts'
import type { TicketTellingDeps } from './telling-deps.ts'

/**
 * What a change means for the ticket's topic. The card says most of it; a line is posted only for
 * what an agent must notice and no card can tell.
 */
export function tellStaff(change: TicketChange, deps: TicketTellingDeps): Outgoing[] {
  const rows = change.notices.map((notice) => notices[notice])
  const room = roomOf(change, deps)
  const showsCard = rows.some(({ leavesCard }) => leavesCard !== true)
  const effects = [
    ...(showsCard ? [cardOf(change, rows, room, deps)] : []),
    ...joinLines([
      ...rows.flatMap((row) => tellRow(row, change, room, deps)),
      ...toFormerAssignee(change, room),
    ]),
    ...(showsCard && change.statusChanged ? [topicOf(change, rows)] : []),
  ]
  // Anybody can open accounts and tickets without end: they come after what known clients wait for.
  const isNewcomer = change.isNewcomer && change.notices.includes('ticket_opened')
  return isNewcomer ? effects.map((effect) => ({ ...effect, newcomer: true })) : effects
}

/** The card; of a new ticket it comes before all else in the topic. */
function cardOf(
  change: TicketChange,
  rows: NoticeRow[],
  { t }: Room,
  { desk, now }: TicketTellingDeps,
): Outgoing {
  const card = presentCard(change, desk, t, now)
  return rows.some(({ beginsTopic }) => beginsTopic) ? { ...card, first: true } : card
}

/** Icon and openness of the topic. */
function topicOf({ ticket }: TicketChange, rows: NoticeRow[]): Outgoing {
  const isClosed = ticket.status === 'closed'
  const isOpened = rows.some(({ opensTopic }) => opensTopic)
  return {
    kind: 'topic',
    ticketNumber: ticket.number,
    icon: iconByStatus[ticket.status],
    ...((isClosed || isOpened) && { open: !isClosed }),
  }
}

function tellRow(
  row: NoticeRow,
  change: TicketChange,
  room: Room,
  { supervisors }: TicketTellingDeps,
): Outgoing[] {
  return row.supervisors === true
    ? row.staff(change, withSupervisors(room, change, supervisors))
    : row.staff(change, room)
}
