import { judgeRush, type Rush } from '../../domain/rush.ts'
import type { Agent } from '../../domain/people.ts'
import type { Connection, Queryable } from '../../storage/sql.ts'
import { enqueue } from '../notifier/enqueue.ts'
import { newcomersWaiting } from '../notifier/newcomers.ts'
import type { OutboxRow } from '../notifier/outcome.ts'
import type { Outgoing } from '../notifier/outgoing.ts'
import { supervisors } from '../people/save-agent.ts'
import { readSetting, saveSetting } from '../settings.ts'

export interface WatchNewcomersDeps {
  db: Queryable
  begin: () => Promise<Connection>
  /** Topics for them in a minute. */
  perMinute: number
  /** Says it to supervisors, in the message that the slot names. */
  present: (news: { slot: string; waiting: number; supervisors: Agent[] }) => Outgoing
  queued: (rows: OutboxRow[]) => void
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
    const verdict = judgeRush(known, { waiting, perMinute, nowMs: deps.now().getTime() })
    if (!verdict.isNews) return
    const tx = await deps.begin()
    try {
      await saveSetting(tx, key, verdict.rush)
      const slot = `newcomers:${String(verdict.slotId)}`
      const effect = deps.present({ slot, waiting, supervisors: await supervisors(tx) })
      const cause = `${slot}:${String(verdict.rush?.toldAtMs ?? 'over')}`
      const rows = await enqueue(tx, cause, [effect])
      await tx.commit()
      known = verdict.rush
      deps.queued(rows)
    } catch (error) {
      await tx.rollback()
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
