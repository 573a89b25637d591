import { statement, type Queryable } from '../../storage/sql.ts'
import { numberMargin } from './number-margin.ts'

/** What a restore did with what may have gone on since the backup, for whoever restores. */
export interface Settled {
  /** The number of the last ticket in the backup; 0 without one. */
  lastTicket: number
  /** The number of the next ticket. */
  nextTicket: number
  /** Effects that were about to leave. */
  unsent: number
  /** Updates that waited to be handled. */
  unhandled: number
  /** People who were in the midst of a form or a question. */
  dialogues: number
  /** What the clock will do as soon as the desk starts, by kind of timer. */
  due: { kind: string; count: number }[]
}

/** Ids that no person sees, but buttons, slots and lanes hold; an integer has room for 2,000 restores. */
const idMargin = 1_000_000

const ticketSequence = 'ticket_number_seq'

const selectTickets = statement<{ last: number; lastMonth: number }>(
  'restore_tickets',
  `select coalesce(max(number), 0) as last,
          (count(*) filter (where created_at > $1::timestamptz - interval '30 days'))::int as "lastMonth"
   from ticket`,
)

const jump = statement<{ name: string; last: string }>(
  'restore_jump',
  `select sequencename as name, setval(format('%I', sequencename)::regclass,
       least(coalesce(last_value, 0) + case sequencename when $1 then $2::bigint else $3::bigint end,
             max_value))::text as last
   from pg_sequences where schemaname = current_schema()`,
)

const forgetOffsets = statement(
  'restore_offset',
  `delete from setting where key like 'poll\\_offset:%'`,
)

/** Telegram waits seconds for the answer to a press, so that of one from before is over. */
const leaveUnsent = statement<{ state: string }>(
  'restore_unsent',
  `update outbox
   set state = (case kind when 'answer' then 'merged' else 'unknown' end)::outbox_state,
       claimed_by = null, next_attempt_at = null, finished_at = now(), error = $1
   where state in ('pending', 'sending', 'retry') returning state`,
)

const leaveUnhandled = statement<{ lane: string }>(
  'restore_unhandled',
  `update inbound_update set state = 'dead', finished_at = now(), reason = $1
   where state = 'pending' returning lane`,
)

const endDialogues = statement<{ key: string }>(
  'restore_dialogues',
  `delete from dialogue returning key`,
)

const selectDue = statement<{ kind: string; count: number }>(
  'restore_due',
  `select kind, count(*)::int as count from timer where fires_at <= now() group by kind order by kind`,
)

/**
 * Makes what a backup holds safe beside people and chats that have gone on since: no number is given
 * out twice, and nothing is said or done a second time without an operator who wants it.
 *
 * @param tx in which the rows came back
 * @param madeAt the backup's instant
 */
export async function settleRestored(tx: Queryable, madeAt: Date, now: Date): Promise<Settled> {
  const [tickets = { last: 0, lastMonth: 0 }] = await selectTickets(tx, madeAt)
  const margin = numberMargin({ lastMonth: tickets.lastMonth, madeAt }, now)
  const sequences = await jump(tx, ticketSequence, margin, idMargin)
  const last = sequences.find(({ name }) => name === ticketSequence)?.last
  // Ids begin anew after a week of silence: an offset from before it would make Telegram forget all.
  await forgetOffsets(tx)
  const since = `when the backup of ${madeAt.toISOString()} was made`
  const unsent = await leaveUnsent(tx, `It was about to leave ${since}, and may have arrived`)
  const unhandled = await leaveUnhandled(tx, `It waited ${since}, and may have been handled`)
  return {
    lastTicket: tickets.last,
    nextTicket: Number(last) + 1,
    unsent: unsent.filter(({ state }) => state === 'unknown').length,
    unhandled: unhandled.length,
    dialogues: (await endDialogues(tx)).length,
    due: await selectDue(tx),
  }
}
