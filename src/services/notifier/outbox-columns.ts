import { asStored, jsonText } from '../../storage/json-text.ts'
import { laneOf, slotOf, type Outgoing } from './outgoing.ts'
import type { SlotKey } from './slot.ts'

/** What the outbox keeps of an effect, each in its column. */
export interface OutboxColumns {
  /** As it is stored: what the database cannot hold is replaced, also in what is sent at once. */
  effect: Outgoing
  lane: string
  kind: Outgoing['kind']
  payload: string
  slot: SlotKey | null
}

/** Every effect goes through here into the outbox, whoever wants it. */
export function outboxColumns(wanted: Outgoing): OutboxColumns {
  const payload = jsonText(wanted)
  const effect = asStored(wanted, payload)
  return { effect, lane: laneOf(effect), kind: effect.kind, payload, slot: slotOf(effect) }
}
