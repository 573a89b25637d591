import { beginningOf } from '../../domain/beginning.ts'
import { ratingDimensions, type Rating, type RatingDimension } from '../../domain/rating.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Person } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import type { TicketDeps } from './apply-event.ts'
import type { UseCaseRefusal } from './change.ts'
import { lockTicket } from './ticket-row.ts'

export interface Closure {
  number: number
  person: Person
  /** Which closing is rated; a ticket closed again is rated anew. */
  closureNo: number
  now: Date
}

/** What a client says of a closed ticket: one score, or the comment. */
export type Opinion = { score: { dimension: RatingDimension; value: number } } | { comment: string }

export type MayRate = { ok: true; ticket: Ticket } | { ok: false; reason: UseCaseRefusal }

const upsert = statement<Rating>(
  'rating_save',
  `insert into rating (ticket_number, closure_no, person_id, agent_id, helpfulness, speed,
                       politeness, comment, rated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (ticket_number, closure_no, person_id) do update set
     helpfulness = coalesce(excluded.helpfulness, rating.helpfulness),
     speed = coalesce(excluded.speed, rating.speed),
     politeness = coalesce(excluded.politeness, rating.politeness),
     comment = coalesce(excluded.comment, rating.comment),
     rated_at = excluded.rated_at
   returning helpfulness, speed, politeness, comment`,
)

/** Whether a closing can be rated now; the ticket stays locked. */
export async function mayRate(
  tx: Queryable,
  { desk }: TicketDeps,
  { number, person, closureNo, now }: Closure,
): Promise<MayRate> {
  const ticket = await lockTicket(tx, number)
  if (ticket === undefined) return { ok: false, reason: 'no_such_ticket' }
  if (ticket.requesterId !== person.id) return { ok: false, reason: 'not_requester' }
  if (ticket.closedAt === null || ticket.closureNo !== closureNo) {
    return { ok: false, reason: 'not_current' }
  }
  const isOver = now.getTime() - ticket.closedAt.getTime() > desk.timers.ratingWindowMs
  return isOver ? { ok: false, reason: 'rating_window_over' } : { ok: true, ticket }
}

export type Rated =
  { ok: true; rating: Rating; ticket: Ticket } | { ok: false; reason: UseCaseRefusal }

/** One score or the comment of a rating; a later one replaces it until the window is over. */
export async function rateTicket(
  tx: Queryable,
  deps: TicketDeps,
  closure: Closure,
  opinion: Opinion,
): Promise<Rated> {
  const verdict = await mayRate(tx, deps, closure)
  if (!verdict.ok) return verdict
  const { ticket } = verdict
  const score = 'score' in opinion ? opinion.score : null
  const comment = 'comment' in opinion ? opinion.comment : null
  const valueOf = (dimension: RatingDimension) =>
    score?.dimension === dimension ? score.value : null
  const [rating] = await upsert(
    tx,
    closure.number,
    closure.closureNo,
    closure.person.id,
    ticket.assigneeId,
    ...ratingDimensions.map(valueOf),
    comment === null ? null : beginningOf(comment.replaceAll('\0', '\ufffd'), 1_000),
    closure.now,
  )
  if (rating === undefined)
    throw new Error(`The rating of ticket ${String(ticket.number)} was not stored`)
  return { ok: true, rating, ticket }
}
