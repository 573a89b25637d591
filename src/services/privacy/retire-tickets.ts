import type { Desk } from '../../desk/desk.ts'
import { inTransaction, statement, type Connection, type Queryable } from '../../storage/sql.ts'
import { lockTickets } from '../tickets/ticket-row.ts'
import { takeAway } from './take-away.ts'

export interface RetireDeps {
  db: Queryable
  begin: () => Promise<Connection>
  desk: Pick<Desk, 'retention'>
  now: () => Date
  log: { info: (fields: object, message: string) => void }
}

/** So many in a transaction, and a transaction a minute. */
const batchSize = 100
const everyMs = 60_000

/** What is part of a ticket goes no sooner than that one. */
const select = statement<{ number: number }>(
  'tickets_to_retire',
  `select number from ticket k
   where status = 'closed' and erased_at is null and updated_at < $1
     and not exists (select from ticket s where s.number = k.merged_into
       and (s.status <> 'closed' or (s.erased_at is null and s.updated_at >= $1)))
   order by updated_at limit ${String(batchSize)}`,
)

/**
 * Makes the look that takes the words out of tickets that were closed, and in which nothing has
 * happened, for longer than the desk file says. The same is left of them as of an erased person's.
 *
 * @returns a function for the clock; it does something once a minute
 */
export function createRetiring({ db, begin, desk, now, log }: RetireDeps): () => Promise<void> {
  const { closedTicketsMs } = desk.retention
  let lookedAt = Number.NEGATIVE_INFINITY

  return async () => {
    const at = now()
    const sinceMs = Math.abs(at.getTime() - lookedAt)
    if (closedTicketsMs === null || sinceMs < everyMs) return
    lookedAt = at.getTime()
    const due = await select(db, new Date(at.getTime() - closedTicketsMs))
    if (due.length === 0) return
    const taken = await inTransaction(begin, async (tx) => {
      const locked = await lockTickets(
        tx,
        due.map(({ number }) => number),
      )
      const numbers = [...locked.values()]
        .filter(({ status }) => status === 'closed')
        .map(({ number }) => number)
      const { messages, leaving } = await takeAway(tx, {
        numbers,
        person: null,
        isAlone: false,
        now: at,
      })
      if (leaving > 0) throw new Error('Something of a ticket that is too old is being sent')
      return { tickets: numbers.length, messages }
    })
    log.info(taken, 'The words of tickets that were closed long ago were erased')
  }
}
