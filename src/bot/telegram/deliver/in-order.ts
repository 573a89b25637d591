import type { Outcome, Traces } from '../../../services/notifier/outcome.ts'
import type { Outgoing, OutgoingFile } from '../../../services/notifier/outgoing.ts'

/** How an attempt ended, with what the row itself does not keep. */
export type Ended = Outcome & {
  /** Telegram broke off in the middle: what is left follows in rows of its own. */
  isContinued?: true
  /** Files that Telegram takes in no form. */
  unshown?: OutgoingFile[]
}

export interface Delivered {
  /** Whether any of it was sent. */
  isBegun: boolean
  copies: NonNullable<Traces['copies']>
  /** Why parts were refused, each once. */
  errors: string[]
  unshown: OutgoingFile[]
  /** Parts that were not tried, because Telegram asks to wait or cannot be reached. */
  left: Outgoing[]
}

/**
 * Delivers the parts of one message in one attempt, so that nothing comes between them. A part that
 * is refused does not hold up the others.
 *
 * @returns the outcome of a part alone while nothing has been sent: then the whole is tried again
 */
export async function inOrder<Part extends Outgoing>(
  parts: readonly Part[],
  deliver: (part: Part) => Promise<Ended>,
): Promise<{ ok: true; delivered: Delivered } | { ok: false; outcome: Outcome }> {
  const delivered: Delivered = {
    isBegun: false,
    copies: [],
    errors: [],
    unshown: [],
    left: [],
  }
  for (const [index, part] of parts.entries()) {
    const ended = await deliver(part)
    if (ended.state === 'retry' || ended.state === 'unknown') {
      if (!delivered.isBegun) return { ok: false, outcome: ended }
      delivered.left = parts.slice(index)
      break
    }
    delivered.copies.push(...(ended.copies ?? []))
    if (ended.state === 'sent' || ended.copies !== undefined) delivered.isBegun = true
    if (ended.state === 'dead') {
      if (!delivered.errors.includes(ended.error)) delivered.errors.push(ended.error)
      delivered.unshown.push(...(ended.unshown ?? []))
    }
    if (ended.isContinued) {
      delivered.left = [...(ended.followUps ?? []), ...parts.slice(index + 1)]
      break
    }
  }
  return { ok: true, delivered }
}
