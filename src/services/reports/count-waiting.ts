import { statement, type Queryable } from '../../storage/sql.ts'

/** Rows of the inbox or the outbox that an operator asks for. */
export interface Waiting {
  /** Still to be done. */
  waiting: number
  /** Since when the oldest of them waits that nothing holds back on purpose; null: there is none. */
  since: Date | null
  /** Given up, or of a fate that nobody knows. */
  failed: number
}

const selectInbox = statement<Waiting>(
  'report_inbox_waiting',
  `select count(*) filter (where state = 'pending')::int as waiting,
          min(received_at) filter (where state = 'pending') as since,
          count(*) filter (where state = 'dead')::int as failed
   from inbound_update where bot_id = $1 and state in ('pending', 'dead')`,
)

const selectOutbox = statement<Waiting>(
  'report_outbox_waiting',
  `select count(*) filter (where is_waiting)::int as waiting,
          min(created_at) filter (where is_waiting and payload -> 'hold' is null) as since,
          count(*) filter (where not is_waiting)::int as failed
   from (select payload, created_at, state in ('pending', 'sending', 'retry') as is_waiting
         from outbox where state in ('pending', 'sending', 'retry', 'dead', 'unknown')) unfinished`,
)

/** Updates of a bot. */
export async function countInbox(db: Queryable, botId: number): Promise<Waiting> {
  return (await selectInbox(db, botId))[0] ?? nothing
}

/** What is to be sent; a notice may wait for its reader's morning. */
export async function countOutbox(db: Queryable): Promise<Waiting> {
  return (await selectOutbox(db))[0] ?? nothing
}

const nothing: Waiting = { waiting: 0, since: null, failed: 0 }
