import { statement, type Queryable } from '../../storage/sql.ts'
import { dialogueKeyInSql } from './dialogue-key.ts'
import { packLane, type Lane } from './lane.ts'

/** What stands in the inbox where an update was erased. */
const erased = `payload = '{}', lane = '${packLane({ kind: 'misc' })}', reason = 'erased',
  state = case when i.state in ('pending', 'dead') then 'ignored' else i.state end::update_state,
  finished_at = coalesce(i.finished_at, now())`

const eraseLanes = statement<{ updateId: number }>(
  'inbox_erase_lanes',
  `update inbound_update i set ${erased}
   where lane = any($1::text[]) and ($2 or state <> 'pending') returning update_id as "updateId"`,
)

/**
 * Takes everything out of updates of some lanes but that they came, so that they are not handled again.
 * One that is being handled leaves nothing behind: what it writes hangs on its waiting to be handled.
 *
 * @param alsoWaiting false: what waits to be handled stays
 * @returns their ids
 */
export async function eraseUpdatesOf(
  tx: Queryable,
  lanes: Lane[],
  { alsoWaiting }: { alsoWaiting: boolean },
): Promise<number[]> {
  const rows = await eraseLanes(tx, lanes.map(packLane), alsoWaiting)
  return rows.map(({ updateId }) => updateId)
}

const pageSize = 20_000

interface PageEnd {
  botId: number
  updateId: number
}

const selectPage = statement<PageEnd>(
  'inbox_page_end',
  `select bot_id as "botId", update_id as "updateId" from (
     select bot_id, update_id from inbound_update where (bot_id, update_id) > ($1, $2)
     order by bot_id, update_id limit ${String(pageSize)}) as page
   order by bot_id desc, update_id desc limit 1`,
)

// A dead letter may still be handled: it goes only if he is in it and nobody's lane says whose it is.
const erasePage = statement(
  'inbox_erase_page',
  `update inbound_update i set ${erased}
   where (bot_id, update_id) > ($1, $2) and (bot_id, update_id) <= ($3, $4) and payload <> '{}' and (
     (state in ('done', 'ignored') and payload::text ~ $5)
     or (state in ('done', 'ignored') and lane !~ '^user:' and payload::text ~* $6)
     or (state = 'dead' and lane !~ '^(user|topic):' and payload::text ~ $5))`,
)

/**
 * The same for what others wrote and was handled, where it names somebody or his tickets.
 *
 * @param patterns regular expressions for payloads as text: see privacy/traces.ts
 */
export async function eraseUpdatesNaming(
  tx: Queryable,
  { ids, names }: { ids: string | null; names: string | null },
): Promise<void> {
  if (ids === null && names === null) return
  let after: PageEnd = { botId: Number.MIN_SAFE_INTEGER, updateId: Number.MIN_SAFE_INTEGER }
  for (;;) {
    const [last] = await selectPage(tx, after.botId, after.updateId)
    if (last === undefined) return
    await erasePage(tx, after.botId, after.updateId, last.botId, last.updateId, ids, names)
    after = last
  }
}

const dropDialogues = statement(
  'dialogue_erase',
  `delete from dialogue using unnest($1::bigint[]) as his(id)
   where key = ${dialogueKeyInSql('his.id')}`,
)

/** Ends the dialogues of users, with all that was written in them and not sent. */
export async function eraseDialogues(tx: Queryable, userIds: number[]): Promise<void> {
  await dropDialogues(tx, userIds)
}
