import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

/** Where others' words are kept with their formatting: the table, its key and the column. */
const formatted = [
  { table: 'message', key: ['id'], column: 'entities' },
  { table: 'message_revision', key: ['message_id', 'revision'], column: 'entities' },
  { table: 'held_message', key: ['id'], column: 'content' },
  { table: 'outbox', key: ['id'], column: 'payload' },
] as const

/** Looks into the formatting alone, so that a text about mentions is none. */
const statements = formatted.map(({ table, key, column }) => {
  const names = key.map((one) => `'${one}', ${one}`).join(', ')
  const isRow = key.map((one) => `${one} = ($2::jsonb->>'${one}')::bigint`)
  return {
    find: statement<{ key: object; value: unknown }>(
      `mentions_in_${table}`,
      `select jsonb_build_object(${names}) as key, ${column} as value from ${table}
       where ${column}::text like '%text_mention%' and ${column}::text ~ $1
         ${table === 'outbox' ? "and state <> 'sending'" : ''}`,
    ),
    save: statement(
      `mentions_out_of_${table}`,
      `update ${table} set ${column} = $1 where ${isRow.join(' and ')}`,
    ),
  }
})

/**
 * Takes out of others' words what leads to somebody by his id: the text of a mention stays, and is one
 * no more.
 *
 * @param pattern finds his ids in JSON as text
 */
export async function stripMentions(
  tx: Queryable,
  { ids, pattern }: { ids: number[]; pattern: string | null },
): Promise<void> {
  if (pattern === null) return
  for (const { find, save } of statements) {
    for (const { key, value } of await find(tx, pattern)) {
      await save(tx, jsonText(withoutMentions(value, new Set(ids))), jsonText(key))
    }
  }
}

function withoutMentions(value: unknown, ids: ReadonlySet<number>): unknown {
  if (Array.isArray(value)) {
    const others = value.filter((one) => !isMentionOf(one, ids))
    return others.map((one) => withoutMentions(one, ids))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withoutMentions(one, ids)]),
  )
}

/** https://core.telegram.org/bots/api#messageentity */
function isMentionOf(value: unknown, ids: ReadonlySet<number>): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { type, user } = value as { type?: unknown; user?: { id?: unknown } }
  return type === 'text_mention' && typeof user?.id === 'number' && ids.has(user.id)
}
