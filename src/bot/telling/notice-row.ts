import type { OptionalNotice } from '../../domain/optional-notice.ts'
import type { TicketChange } from '../../services/change.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import type { Reader } from './reader.ts'
import type { Room, RoomWithSupervisors } from './room.ts'

/** How a notice about a ticket is told. */
export type NoticeRow = Common & (ForAgents | ForSupervisors)

interface Common {
  /** What its requester reads. */
  client: (change: TicketChange, reader: Reader) => Outgoing[]
  /** The kind of notices to which it belongs that a client may do without; else he cannot. */
  optional?: OptionalNotice
  /** The card shows nothing of it. */
  leavesCard?: true
  /** Its topic begins with it, the card before all else. */
  beginsTopic?: true
  /** Its topic, which was closed, is opened again. */
  opensTopic?: true
}

/** What stands in its topic; most of it the card says. */
interface ForAgents {
  staff: (change: TicketChange, room: Room) => Outgoing[]
  supervisors?: never
}

/** So grave that supervisors are named: without the mark a row does not know their names. */
interface ForSupervisors {
  staff: (change: TicketChange, room: RoomWithSupervisors) => Outgoing[]
  supervisors: true
}
