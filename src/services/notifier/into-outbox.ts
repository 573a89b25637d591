import type { OutboxColumns } from './outbox-columns.ts'
import type { OutboxRow } from './outcome.ts'

/** An effect on its way into the outbox; the same key adds it once, however often it is told. */
export interface Planned {
  dedupKey: string
  columns: OutboxColumns
}

/**
 * The one insert into the outbox, as SQL: adds what `outboxValues` gives in its order, and of keys
 * that are there already nothing. It returns id and key of the rows that are new.
 *
 * @param first the number of the first of the five parameters
 * @param ifCaused adds only rows whose cause is found: its parameter, one id for each row, and the
 *   table with the column in which it stands
 */
export function insertIntoOutbox(
  first: number,
  ifCaused?: { parameter: number; table: string; column: string },
): string {
  const types = ['text[]', 'text[]', 'text[]', 'jsonb[]', 'text[]']
  const values = types.map((type, index) => `$${first + index}::${type}`)
  const causes = ifCaused === undefined ? [] : [`$${ifCaused.parameter}::bigint[]`]
  const cause = ifCaused === undefined ? '' : ', cause'
  const join =
    ifCaused === undefined
      ? ''
      : `join ${ifCaused.table} on ${ifCaused.table}.${ifCaused.column} = o.cause`
  return `insert into outbox (dedup_key, lane, kind, payload, slot)
    select o.dedup_key, o.lane, o.kind, o.payload, o.slot
    from unnest(${[...values, ...causes].join()})
      with ordinality as o(dedup_key, lane, kind, payload, slot${cause}, ord)
    ${join} order by o.ord
    on conflict (dedup_key) do nothing
    returning id, dedup_key`
}

/** The five parameters of the insert. */
export function outboxValues(planned: readonly Planned[]): unknown[][] {
  return [
    planned.map(({ dedupKey }) => dedupKey),
    planned.map(({ columns }) => columns.lane),
    planned.map(({ columns }) => columns.kind),
    planned.map(({ columns }) => columns.payload),
    planned.map(({ columns }) => columns.slot),
  ]
}

/** A row as it is when it has just been added. */
export function newRow(id: number, { dedupKey, columns }: Planned, bulk = false): OutboxRow {
  const { effect, lane } = columns
  return { id, dedupKey, lane, effect, bulk, attempts: 0, ambiguous: 0 }
}
