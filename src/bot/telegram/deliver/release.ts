import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { SlotKey } from '../../../services/notifier/slot.ts'
import type { Attempt } from './attempt.ts'
import { strip } from './strip.ts'

/** Takes the buttons from the slot's message; the slot is empty afterwards. */
export async function release(attempt: Attempt, key: SlotKey): Promise<Outcome> {
  const emptied: Outcome = { state: 'sent', slot: { key, place: null } }
  const slot = await attempt.whereabouts.slotOf(key)
  if (slot === undefined) return emptied
  const outcome = await strip(attempt, slot)
  return outcome.state === 'sent' ? emptied : outcome
}
