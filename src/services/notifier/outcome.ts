import { doublingMs } from '../doubling-ms.ts'
import type { MessagePlace } from '../../domain/message.ts'
import type { Content, Outgoing } from './outgoing.ts'
import type { SlotKey } from './slot.ts'

/** A row of the outbox as the dispatcher holds it. */
export interface OutboxRow {
  id: number
  dedupKey: string
  lane: string
  effect: Outgoing
  bulk: boolean
  attempts: number
  /** How often nobody could know whether it was sent. */
  ambiguous: number
}

/** A copy of a ticket message: where it stands now. */
export interface CopyTrace {
  place: MessagePlace
  message: number
  shows: Shows
}

/** What a copy shows of its message: words, a file with the words below it, or no words. */
export type Shows = 'text' | 'caption' | 'file'

/** What a delivery leaves behind in the database, written together with the row's new state. */
export interface Traces {
  copies?: CopyTrace[]
  /** The message that a slot names from now on; null forgets it. */
  slot?: { key: SlotKey; place: MessagePlace; content: Content } | { key: SlotKey; place: null }
  /** Further effects: delivery marks, remarks on failures. */
  followUps?: Outgoing[]
}

/** What an effect that did not arrive leaves behind. */
export interface Ending extends Traces {
  /** Whoever waits for it is told of it elsewhere, or it is no news: its reader blocked the bot. */
  told?: true
}

/**
 * The result of one attempt.
 *
 * - `sent`: Telegram confirmed it, or there was nothing left to do (`unspent`: it was not asked;
 *   `cancelled`: why it was not sent after all);
 * - `retry`: certainly not sent, or not all of it: try again after `afterMs` (for a 429 the whole chat
 *   waits);
 * - `dead`: will never work, with the reason an operator reads;
 * - `unknown`: the bytes left and nobody knows what became of them.
 */
export type Outcome =
  | ({ state: 'sent'; unspent?: true; cancelled?: string } & Traces)
  | ({
      state: 'retry'
      afterMs: number
      error: string
      pauseChatId?: number
      unspent?: true
    } & Pick<Traces, 'copies'>)
  | ({ state: 'dead'; error: string } & Ending)
  | ({ state: 'unknown'; error: string } & Ending)

/**
 * How often a row whose fate is unknown is sent again (docs/decisions/0005): some minutes of pauses
 * that grow. Bulk never is.
 */
export const maxRepeats = 10

/** Whether a row that ends unknown now stays so. */
export function isLastAttempt({ bulk, ambiguous }: OutboxRow): boolean {
  return bulk || ambiguous >= maxRepeats
}

/** What becomes of a row after an attempt: while it may be repeated, what is unknown is. */
export function afterAmbiguity(row: OutboxRow, outcome: Outcome): Outcome {
  if (outcome.state !== 'unknown') return outcome
  const again = !isLastAttempt(row)
  row.ambiguous += 1
  if (!again) return outcome
  const { error, copies } = outcome
  const afterMs = backoffMs(row.attempts)
  return { state: 'retry', afterMs, error, ...(copies !== undefined && { copies }) }
}

/** 1, 2, 4 .. 60 seconds. */
function backoffMs(attempts: number): number {
  return doublingMs(attempts, { firstMs: 1_000, lastMs: 60_000 })
}
