import type { Desk } from '../../desk/desk.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'

/** A notice waits for the end of the quiet hours, or a moment for others of its ticket. */
export function holdNotice(effect: Outgoing, quiet: Date | null, now: Date, desk: Desk): Outgoing {
  if (quiet !== null) return { ...effect, hold: { until: quiet.toISOString(), kind: 'quiet' } }
  const { coalesceWindowMs } = desk.timers
  const isLine = effect.kind === 'release' || (effect.kind === 'say' && effect.joins !== undefined)
  if (!isLine || coalesceWindowMs === 0) return effect
  const until = new Date(now.getTime() + coalesceWindowMs).toISOString()
  return { ...effect, hold: { until, kind: 'company' } }
}
