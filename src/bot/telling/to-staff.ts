import type { TicketChange } from '../../services/change.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import { iconByStatus } from '../views/topic-look.ts'
import { presentCard } from './card.ts'
import { joinLines } from './join-lines.ts'
import { mention } from './mention.ts'
import { notices } from './notices.ts'
import { line, roomOf, type Room } from './room.ts'
import type { TellingDeps } from './telling-deps.ts'
import type { Told } from './told.ts'

/**
 * What a change means for the ticket's topic. The card says most of it; a line is posted only for
 * what an agent must notice and no card can tell.
 */
export function tellStaff(change: TicketChange, deps: TellingDeps): Outgoing[] {
  const told = change.notices.map((notice) => notices[notice])
  const room = roomOf(change, deps)
  const showsCard = told.some(({ leavesCard }) => leavesCard !== true)
  const effects = [
    ...(showsCard ? [cardOf(change, told, room, deps)] : []),
    ...joinLines([
      ...told.flatMap(({ staff }) => staff(change, room)),
      ...toFormerAssignee(change, room),
    ]),
    ...(showsCard && change.statusChanged ? [topicOf(change, told)] : []),
  ]
  // Anybody can open accounts and tickets without end: they come after what known clients wait for.
  const isNewcomer = change.isNewcomer && change.notices.includes('ticket_opened')
  return isNewcomer ? effects.map((effect) => ({ ...effect, newcomer: true })) : effects
}

/** The card; of a new ticket it comes before all else in the topic. */
function cardOf(
  change: TicketChange,
  told: Told[],
  { t }: Room,
  { desk, now }: TellingDeps,
): Outgoing {
  const card = presentCard(change, desk, t, now)
  return told.some(({ beginsTopic }) => beginsTopic) ? { ...card, first: true } : card
}

/** Icon and openness of the topic. */
function topicOf({ ticket }: TicketChange, told: Told[]): Outgoing {
  const isClosed = ticket.status === 'closed'
  const isOpened = told.some(({ opensTopic }) => opensTopic)
  return {
    kind: 'topic',
    ticketNumber: ticket.number,
    icon: iconByStatus[ticket.status],
    ...((isClosed || isOpened) && { open: !isClosed }),
  }
}

/** From whom a ticket is taken must not go on with it. */
function toFormerAssignee({ formerAssignee, actor }: TicketChange, room: Room): Outgoing[] {
  if (formerAssignee === null || formerAssignee.id === actor?.id) return []
  return [line(room, room.t('staff-no-longer-yours', { name: mention(formerAssignee) }))]
}
