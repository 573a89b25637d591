import type { TicketStatus } from '../../domain/ticket.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

export interface HistoryEntry {
  at: Date
  to: TicketStatus
  /** Who did it, by name; null: time did. */
  actor: string | null
  reason: string | null
}

const select = statement<HistoryEntry>(
  'ticket_history',
  `select * from (
     select s.seq, s.at, s."to", s.reason,
       case s.actor_kind when 'client' then p.name when 'agent' then a.name end as actor
     from status_change s
       left join agent a on s.actor_kind = 'agent' and a.id = s.actor_id
       left join person p on s.actor_kind = 'client' and p.id = s.actor_id
     where s.ticket_number = $1 order by s.seq desc limit $2
   ) as last order by seq`,
)

/** The last status changes of a ticket, in order. */
export function readHistory(db: Queryable, number: number, limit: number): Promise<HistoryEntry[]> {
  return select(db, number, limit)
}
