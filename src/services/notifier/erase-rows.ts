import { statement, type Queryable } from '../../storage/sql.ts'

export interface RowsToErase {
  /** Lanes that are his, or of his tickets. */
  lanes: string[]
  /** Updates that were his: what they caused goes with them. */
  updateIds: number[]
  /** Regular expressions for payloads as text: see privacy/traces.ts. */
  patterns: { ids: string | null; names: string | null }
  /** Whether nobody sends: then a row whose sending began goes as well. */
  isAlone: boolean
}

export interface ErasedRows {
  erased: number
  /** Rows of his that are on their way at this moment, and were left. */
  leaving: number
}

const pageSize = 20_000

const selectPage = statement<{ last: number | null }>(
  'outbox_page_end',
  `select max(id) as last from (
     select id from outbox where id > $1 order by id limit ${String(pageSize)}) as page`,
)

// What is said in other people's lanes is theirs: there only his id tells, and only what has left.
const erasePage = statement<{ erased: number[]; leaving: number }>(
  'outbox_erase_page',
  `with found as (
     select id, state from outbox
     where id > $1 and id <= $2 and (
       lane = any($3::text[])
       or split_part(dedup_key, ':', 1) || ':' || split_part(dedup_key, ':', 2) = any($4::text[])
       or (lane !~ '^(person|topic|card):' and (payload::text ~* $6 or payload::text ~ $5))
       or (state in ('sent', 'merged', 'dead', 'unknown') and payload::text ~ $5))
   ), erased as (
     delete from outbox using found
     where outbox.id = found.id and (outbox.state <> 'sending' or $7) returning outbox.id
   )
   select coalesce((select array_agg(id) from erased), '{}') as erased,
     (select count(*)::int from found where state = 'sending' and not $7) as leaving`,
)

/** What follows from rows by their ids, in order: their own keys name them. */
const followUpsOf = (ids: number[]) => ids.map((id) => `outbox:${String(id)}`)

/**
 * Deletes what was to be sent, or was, of somebody or of tickets, whatever became of it. A row whose
 * sending has begun is counted and left: whoever sends it writes what came of it.
 */
export async function eraseRows(
  tx: Queryable,
  { lanes, updateIds, patterns, isAlone }: RowsToErase,
): Promise<ErasedRows> {
  const causes = updateIds.map((id) => `update:${String(id)}`)
  let erased = 0
  let leaving = 0
  for (let after = 0; ;) {
    const [page] = await selectPage(tx, after)
    const last = page?.last ?? null
    if (last === null) return { erased, leaving }
    const { ids, names } = patterns
    const [row] = await erasePage(tx, after, last, lanes, causes, ids, names, isAlone)
    erased += row?.erased.length ?? 0
    leaving += row?.leaving ?? 0
    // A row that follows from another has a greater id.
    causes.push(...followUpsOf(row?.erased ?? []))
    after = last
  }
}
