import type { Queryable } from '../../../services/intake/work.ts'
import { enqueue } from '../../../services/notifier/enqueue.ts'
import { missedEffects, settleMissed } from '../../../services/notifier/missed-effects.ts'
import type { OutboxRow } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { iconByStatus } from '../../views/topic-look.ts'
import type { StaffRight } from '../../../domain/staff-right.ts'

/** Reasons for which the look of a topic and a pin are dropped, so that no words wait for them. */
export const mayNotManage = 'No right to manage topics'
export const mayNotPin = 'The bot may not pin messages here'

export interface MakeGoodDeps {
  db: Queryable
  /** Called with what is to be sent. */
  queued: (rows: OutboxRow[]) => void
}

/**
 * Makes the function that gives topics the look of their tickets, and pins what was to be pinned,
 * once the right for it is there.
 */
export function createMakeGood({
  db,
  queued,
}: MakeGoodDeps): (missing: readonly StaffRight[]) => Promise<void> {
  async function send(missed: { id: number; effect: Outgoing }[], ids: number[]): Promise<void> {
    for (const { id, effect } of missed) {
      queued(await enqueue(db, `made-good:${String(id)}`, [effect]))
    }
    if (ids.length > 0) await settleMissed(db, ids)
  }

  return async (missing) => {
    if (missing.includes('write') || missing.includes('topics')) return
    if (!missing.includes('manage_topics')) {
      const missed = await missedEffects(db, ['topic'], mayNotManage)
      const looks = new Map<number, { id: number; effect: Outgoing }>()
      for (const { id, effect, status } of missed) {
        if (effect.kind !== 'topic' || status === null || looks.has(effect.ticketNumber)) continue
        const { ticketNumber } = effect
        const open = status !== 'closed'
        const look = { kind: 'topic', ticketNumber, icon: iconByStatus[status], open } as const
        looks.set(ticketNumber, { id, effect: look })
      }
      await send(
        [...looks.values()],
        missed.map(({ id }) => id),
      )
    }
    if (!missing.includes('pin_messages')) {
      const missed = await missedEffects(db, ['pin'], mayNotPin)
      await send(
        missed,
        missed.map(({ id }) => id),
      )
    }
  }
}
