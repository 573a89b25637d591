import { firstLook, liveOn, type Lived, type Look, type Span } from '../../domain/lived.ts'
import { statement, type Queryable } from '../../storage/sql.ts'
import { readSetting, saveSetting } from '../settings.ts'

const settingKey = 'lived'

const selectNow = statement<{ now: Date }>('retention_now', 'select clock_timestamp() as now')

/** Keeps in the database how long the desk has lived. */
export interface LivedTime {
  /** Writes that it lives; what it has lived so far. One after another. */
  note(options?: { skippedMs: number }): Promise<Lived>
}

/** @param monotonicMs a clock that nobody sets */
export function createLivedTime(db: Queryable, monotonicMs: () => number): LivedTime {
  let known: { lived: Lived; atMs: number } | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function look(skippedMs: number): Promise<Lived> {
    const atMs = monotonicMs()
    const [row] = await selectNow(db)
    if (row === undefined) throw new Error('The database did not say what time it is')
    const databaseNow = row.now.getTime()
    const elapsedMs = known === null ? null : atMs - known.atMs
    const before = known?.lived ?? livedOf(await readSetting(db, settingKey))
    const lived = livedNow(before, { elapsedMs, databaseNow, skippedMs })
    await saveSetting(db, settingKey, lived)
    known = { lived, atMs }
    return lived
  }

  return {
    note({ skippedMs } = { skippedMs: 0 }) {
      const looking = last.then(() => look(skippedMs))
      last = looking.catch(() => undefined)
      return looking
    },
  }
}

function livedNow(before: Lived | null, look: Look): Lived {
  return before === null ? firstLook(look.databaseNow) : liveOn(before, look)
}

/** What an earlier run kept; null when there is none, or nobody can read it. */
function livedOf(value: unknown): Lived | null {
  if (typeof value !== 'object' || value === null) return null
  const { ms, spans } = value as Partial<Record<keyof Lived, unknown>>
  if (!isTime(ms) || !Array.isArray(spans) || spans.length === 0) return null
  return spans.every(isSpan) ? { ms, spans } : null
}

function isSpan(value: unknown): value is Span {
  if (typeof value !== 'object' || value === null) return false
  const { from, to, endedMs } = value as Partial<Record<keyof Span, unknown>>
  return isTime(from) && isTime(to) && isTime(endedMs)
}

/** Within what a Date can hold. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15
}
