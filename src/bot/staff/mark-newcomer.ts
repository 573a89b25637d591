import type { Outgoing } from '../../services/notifier/outgoing.ts'
import type { Change } from '../../services/tickets/change.ts'

/** Anybody can open accounts and tickets without end: they come after what known clients wait for. */
export function markNewcomer(
  effects: Outgoing[],
  { notices, isNewcomer }: Pick<Change, 'notices' | 'isNewcomer'>,
): Outgoing[] {
  if (!isNewcomer || !notices.includes('ticket_opened')) return effects
  return effects.map((effect) => ({ ...effect, newcomer: true }))
}
