import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { insertIntoOutbox, newRow, outboxValues } from '../notifier/into-outbox.ts'
import type { OutboxRow } from '../notifier/outcome.ts'
import { outboxColumns } from '../notifier/outbox-columns.ts'
import type { WorkResult } from './work.ts'

/**
 * One statement for a whole group of updates. Everything hangs on `done`: an update that another
 * process finished meanwhile returns no row there, and then its dialogue and its effects are not
 * written either. So an update is applied at most once, whoever runs it. What it said stands where
 * it belongs by then; that it came is kept for some days (retention/).
 */
const commit = statement<{ updateId: number; id: number | null; dedupKey: string | null }>(
  'work_commit',
  `with given as (
     select * from unnest($2::bigint[], $3::text[], $4::text[]) as g(update_id, state, reason)
   ), done as (
     update inbound_update i
     set state = g.state::update_state, reason = g.reason, finished_at = now(), payload = '{}'
     from given g
     where i.bot_id = $1 and i.update_id = g.update_id and i.state = 'pending'
     returning i.update_id
   ), moved as (
     select d.* from unnest($5::bigint[], $6::text[], $7::jsonb[]) as d(update_id, key, state)
     join done using (update_id)
   ), saved as (
     insert into dialogue (key, state, updated_at)
     select key, state, now() from moved where state is not null
     on conflict (key) do update set state = excluded.state, updated_at = excluded.updated_at
   ), ended as (
     delete from dialogue using moved where dialogue.key = moved.key and moved.state is null
   ), queued as (
     ${insertIntoOutbox(9, { parameter: 8, table: 'done', column: 'update_id' })}
   )
   select done.update_id as "updateId", null::bigint as id, null as "dedupKey" from done
   union all select null, queued.id, queued.dedup_key from queued`,
)

/** Null when the update had been finished by somebody else and nothing was written. */
export type Committed = OutboxRow[] | null

/**
 * Writes what units of work leave behind: dialogues, effects, and that their updates are finished.
 *
 * @returns for each unit of work the rows it added to the outbox
 */
export async function commitWork(
  db: Queryable,
  botId: number,
  results: WorkResult[],
): Promise<Committed[]> {
  const units = results.map((result) => ({
    leaderId: leader(result.updateIds),
    effects: result.effects.map((effect, index) => ({
      updateId: leader(result.updateIds),
      dedupKey: `${causeOf(result.updateIds)}:${String(index)}`,
      columns: outboxColumns(effect),
    })),
  }))
  const effects = units.flatMap((unit) => unit.effects)
  const updates = results.flatMap(({ updateIds, state, reason }) =>
    updateIds.map((id) => ({ id, state, reason })),
  )
  const dialogues = results.flatMap((result) =>
    result.dialogue === undefined
      ? []
      : [{ updateId: leader(result.updateIds), ...result.dialogue }],
  )
  const rows = await commit(
    db,
    botId,
    updates.map(({ id }) => id),
    updates.map(({ state }) => state),
    updates.map(({ reason }) => reason),
    dialogues.map(({ updateId }) => updateId),
    dialogues.map(({ key }) => key),
    dialogues.map(({ state }) => (state === null ? null : jsonText(state))),
    effects.map(({ updateId }) => updateId),
    ...outboxValues(effects),
  )
  const finished = new Set(rows.map(({ updateId }) => updateId))
  const idByKey = new Map(rows.map(({ dedupKey, id }) => [dedupKey, id]))
  return units.map((unit) => {
    if (!finished.has(unit.leaderId)) return null
    return unit.effects.flatMap((effect) => {
      const id = idByKey.get(effect.dedupKey)
      return id === undefined || id === null ? [] : [newRow(id, effect)]
    })
  })
}

const selectLeft = statement<OutboxRow>(
  'work_effects_left',
  `select id, dedup_key as "dedupKey", lane, payload as effect, bulk, attempts, ambiguous
   from outbox where dedup_key = any($1) and state = 'pending' order by id`,
)

/** More than any cause ever had. */
const maxEffects = 100

/**
 * Rows that a commit wrote whose answer was lost: they are there, and nobody was told of them.
 *
 * @param causes `update:<id>` and the like
 */
export function effectsLeft(db: Queryable, causes: string[]): Promise<OutboxRow[]> {
  const keys = causes.flatMap((cause) =>
    Array.from({ length: maxEffects }, (_, index) => `${cause}:${String(index)}`),
  )
  return selectLeft(db, keys)
}

/** What the effects of a unit of work are keyed by. */
export function causeOf(updateIds: number[]): string {
  return `update:${String(leader(updateIds))}`
}

/** The update that stands for the whole unit of work: the first item of an album. */
function leader([first]: number[]): number {
  if (first === undefined) throw new Error('A unit of work without an update')
  return first
}
