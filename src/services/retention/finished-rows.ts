import { statement, type Queryable } from '../../storage/sql.ts'
import { clockSlackMs, type Range } from '../../domain/lived.ts'

/** A table whose rows come to an end, and what is deleted of it. */
export interface FinishedRows {
  table: string
  /**
   * Looks at a page of rows in the order of their key and deletes those that were finished, as far as
   * they bear a time in none of the kept ranges.
   *
   * @param page.after the key of the last row of the page before; null: from the beginning
   * @param page.databaseNow what the database's clock should say: when it says something else, nothing
   *   is deleted
   * @returns the key of the last row of this page, null when it was the last page
   */
  deletePage(
    db: Queryable,
    page: { after: Key | null; limit: number; kept: Range[]; databaseNow: Date },
  ): Promise<{ deleted: number; last: Key | null }>
}

export type Key = readonly number[]

interface PageRow {
  deleted: number
  looked: number
  last: Key | null
}

const table = (
  name: string,
  { key, finalStates }: { key: readonly string[]; finalStates: string },
): FinishedRows => {
  const after = key.map((_, index) => `$${index + 5}::bigint`).join()
  const columns = key.join()
  const isSame = key.map((column) => `r.${column} = p.${column}`).join(' and ')
  // Dead rows and those of unknown fate are no finished ones: an operator may still act on them.
  const deletePage = statement<PageRow>(
    `retention_${name}`,
    `with page as materialized (
       select ${columns}, state in (${finalStates}) and finished_at is not null and not exists (
           select from unnest($2::timestamptz[], $3::timestamptz[]) as kept(since, until)
           where finished_at between since and until) as is_over
       from ${name} where (${columns}) > (${after})
       order by ${columns} limit $1
     ), gone as (
       delete from ${name} r using page p
       where ${isSame} and p.is_over and r.state in (${finalStates})
         and abs(extract(epoch from now() - $4::timestamptz)) * 1000 < ${String(clockSlackMs)}
       returning 1
     )
     select (select count(*)::int from gone) as deleted, (select count(*)::int from page) as looked,
       (select jsonb_build_array(${columns}) from page
        order by ${key.map((column) => `${column} desc`).join()} limit 1) as last`,
  )
  return {
    table: name,
    async deletePage(db, { after, limit, kept, databaseNow }) {
      const [row] = await deletePage(
        db,
        limit,
        kept.map(({ from }) => new Date(from)),
        kept.map(({ to }) => new Date(to)),
        databaseNow,
        ...(after ?? key.map(() => Number.MIN_SAFE_INTEGER)),
      )
      const { deleted = 0, looked = 0, last = null } = row ?? {}
      return { deleted, last: looked < limit ? null : last }
    },
  }
}

/** What came in and what goes out: whoever is told of it twice must find it for some days. */
export const finishedRows: readonly FinishedRows[] = [
  table('inbound_update', { key: ['bot_id', 'update_id'], finalStates: `'done', 'ignored'` }),
  table('outbox', { key: ['id'], finalStates: `'sent', 'merged'` }),
]
