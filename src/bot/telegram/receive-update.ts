import type { ReceivedUpdate } from '../../services/intake/store-updates.ts'
import { readEnvelope } from './envelope.ts'
import { unusableNumber } from './unusable-number.ts'
import { fingerprint, outerPart, weighJson } from './weigh-json.ts'

/**
 * Prepares an update for the inbox. One that cannot be worked with is poison: it is kept as a dead
 * letter, so that it can be acknowledged. Without a usable id it gets a negative one made from its
 * content, so that a redelivery is the same letter.
 */
export function receiveUpdate(payload: unknown): ReceivedUpdate {
  const weight = weighJson(payload)
  const kept = weight === 'fits' ? payload : outerPart(payload)
  const envelope = readEnvelope(payload)
  if (envelope.ok) {
    const { updateId, lane } = envelope
    const poison = weight === 'fits' ? unusableNumber(payload) : weight
    return { updateId, lane, payload: kept, poison }
  }
  return {
    updateId: -fingerprint(payload).readUIntBE(0, 6) - 1,
    lane: 'misc',
    payload: kept ?? null,
    poison: envelope.reason,
  }
}
