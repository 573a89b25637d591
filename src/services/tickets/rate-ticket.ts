import { beginningOf } from '../../domain/beginning.ts'
import type { Notice } from '../../domain/decision.ts'
import { isLow, ratingDimensions, type RatingDimension } from '../../domain/rating.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Person } from '../../domain/people.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { describeChange, type TicketDeps } from './apply-event.ts'
import type { TicketChange, UseCaseRefusal } from '../change.ts'
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

const upsert = statement(
  'rating_save',
  `insert into rating (ticket_number, closure_no, person_id, agent_id, helpfulness, speed,
                       politeness, comment, rated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (ticket_number, closure_no, person_id) do update set
     helpfulness = coalesce(excluded.helpfulness, rating.helpfulness),
     speed = coalesce(excluded.speed, rating.speed),
     politeness = coalesce(excluded.politeness, rating.politeness),
     comment = coalesce(excluded.comment, rating.comment),
     rated_at = excluded.rated_at`,
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

const ratedNotices: Notice[] = ['rated']
const lowNotices: Notice[] = ['rated', 'rated_low']

export type Rated =
  { ok: true; changes: [TicketChange]; ticket: Ticket } | { ok: false; reason: UseCaseRefusal }

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
  await upsert(
    tx,
    closure.number,
    closure.closureNo,
    closure.person.id,
    ticket.assigneeId,
    ...ratingDimensions.map(valueOf),
    comment === null ? null : beginningOf(comment.replaceAll('\0', '\ufffd'), 1_000),
    closure.now,
  )
  const done = {
    before: ticket,
    ticket,
    messages: [],
    notices: score !== null && isLow(score.value) ? lowNotices : ratedNotices,
    by: 'client' as const,
  }
  return { ok: true, changes: [await describeChange(tx, done, undefined)], ticket }
}
