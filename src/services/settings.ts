import { jsonText } from '../storage/json-text.ts'
import { statement, type Queryable } from '../storage/sql.ts'

const select = statement<{ value: unknown }>(
  'setting_read',
  `select value from setting where key = $1`,
)

const save = statement(
  'setting_save',
  `insert into setting (key, value, updated_at) values ($1, $2::jsonb, now())
   on conflict (key) do update set value = excluded.value, updated_at = now()`,
)

/** A value kept by name; undefined before the first one. What it holds is for the reader to check. */
export async function readSetting(db: Queryable, key: string): Promise<unknown> {
  const [row] = await select(db, key)
  return row?.value
}

/** @param value anything that JSON can hold */
export async function saveSetting(db: Queryable, key: string, value: unknown): Promise<void> {
  await save(db, key, jsonText(value))
}
