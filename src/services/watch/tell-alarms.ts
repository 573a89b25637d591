import {
  alarms,
  judgeAlarms,
  type Alarm,
  type AlarmNews,
  type AlarmsTold,
} from '../../domain/alarm.ts'
import type { AlarmFacts } from '../change.ts'
import type { Perform } from '../perform.ts'
import { readSetting, saveSetting } from '../settings.ts'
import type { Queryable } from '../../storage/sql.ts'

export interface TellAlarmsDeps {
  db: Queryable
  perform: Perform
  staffChat: { id(): number | null }
  /** What came and went is told again after so long. */
  againMs: number
  now: () => Date
}

/** @returns what is told now */
export type TellAlarms = (on: ReadonlySet<Alarm>, facts: AlarmFacts) => Promise<AlarmNews[]>

const key = 'alarms_told'

/** Makes the function that tells the staff group of alarms, once each, also across restarts. */
export function createTellAlarms(deps: TellAlarmsDeps): TellAlarms {
  const { db, perform, staffChat, againMs, now } = deps
  let told: AlarmsTold | null = null

  return async (on, facts) => {
    if (staffChat.id() === null) return []
    const known = (told ??= readTold(await readSetting(db, key)))
    const nowMs = now().getTime()
    const news = judgeAlarms(known, { on, nowMs, againMs })
    if (news.length === 0) return []
    const next = { ...known }
    for (const { alarm, isOver } of news) {
      // What was given up stays so: there is no end of it to tell.
      next[alarm] = { isOn: !isOver && alarm !== 'given_up', atMs: nowMs }
    }
    try {
      await perform({ cause: `alarms:${String(nowMs)}`, now: now() }, async (tx) => {
        await saveSetting(tx, key, next)
        const changes = news.map(
          (one) => ({ about: 'desk', notice: 'alarm_changed', facts: { ...one, facts } }) as const,
        )
        return { ok: true, changes }
      })
      told = next
    } catch (error) {
      told = null
      throw error
    }
    return news
  }
}

/** What was kept; anything else is as good as nothing. */
function readTold(value: unknown): AlarmsTold {
  if (typeof value !== 'object' || value === null) return {}
  const kept = value as Record<string, { isOn?: unknown; atMs?: unknown } | undefined>
  const told: AlarmsTold = {}
  for (const alarm of alarms) {
    const { isOn, atMs } = kept[alarm] ?? {}
    if (typeof isOn === 'boolean' && typeof atMs === 'number') told[alarm] = { isOn, atMs }
  }
  return told
}
