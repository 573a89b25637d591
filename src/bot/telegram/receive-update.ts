import { createHash } from 'node:crypto'

import type { ReceivedUpdate } from '../../services/intake/inbox.ts'
import { readEnvelope } from './envelope.ts'

/**
 * Prepares an update for the inbox. One whose envelope cannot be read is poison: it is kept as a
 * dead letter under a negative id made from its content, so that a redelivery is the same letter.
 */
export function receiveUpdate(payload: unknown): ReceivedUpdate {
  const envelope = readEnvelope(payload)
  if (envelope.ok) {
    return { updateId: envelope.updateId, lane: envelope.lane, payload, poison: null }
  }
  const digest = createHash('sha256').update(JSON.stringify(payload)).digest()
  return { updateId: -digest.readUIntBE(0, 6) - 1, lane: 'misc', payload, poison: envelope.reason }
}
