import { judgeRush, type Rush } from '../../domain/rush.ts'
import type { Queryable } from '../../storage/sql.ts'
import { newcomersWaiting } from '../notifier/newcomers.ts'
import { packSlot } from '../notifier/slot.ts'
import type { Perform } from '../perform.ts'
import { readSetting, saveSetting } from '../settings.ts'

export interface WatchNewcomersDeps {
  db: Queryable
  /** Topics for them in a minute. */
  perMinute: number
  perform: Perform
  now: () => Date
}

const key = 'newcomers_rush'

/** Tells supervisors, in one message, when more new clients write than get a topic within minutes. */
export function createNewcomersWatch(deps: WatchNewcomersDeps): () => Promise<void> {
  const { db, perMinute } = deps
  let known: Rush | null | undefined

  return async () => {
    if (known === undefined) known = rushIn(await readSetting(db, key))
    const waiting = await newcomersWaiting(db)
    const now = deps.now()
    const verdict = judgeRush(known, { waiting, perMinute, nowMs: now.getTime() })
    if (!verdict.isNews) return
    const { rush, slotId } = verdict
    const slot = packSlot({ kind: 'newcomers', rush: slotId })
    const cause = `${slot}:${String(rush?.toldAtMs ?? 'over')}`
    try {
      await deps.perform({ cause, now }, async (tx) => {
        await saveSetting(tx, key, rush)
        const facts = { slot, waiting }
        return { ok: true, changes: [{ about: 'desk', notice: 'newcomers_waiting', facts }] }
      })
      known = rush
    } catch (error) {
      known = undefined
      throw error
    }
  }
}

/** What was kept; anything else is as good as nothing. */
function rushIn(value: unknown): Rush | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, toldAtMs, waiting } = value as Partial<Record<keyof Rush, unknown>>
  const isRush =
    typeof id === 'number' && typeof toldAtMs === 'number' && typeof waiting === 'number'
  return isRush ? { id, toldAtMs, waiting } : null
}
