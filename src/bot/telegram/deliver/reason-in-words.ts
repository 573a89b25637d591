import type { MessageKey } from '../../../locales/texts.ts'

type ReasonKey = Extract<MessageKey, `delivery-reason-${string}`>

/** Texts of the Bot API server and codes of Telegram that people can do something about. */
const reasons: [ReasonKey, RegExp][] = [
  ['delivery-reason-voice', /voice_messages_forbidden/i],
  ['delivery-reason-size', /file is too big|request entity too large/i],
  ['delivery-reason-file', /wrong (file identifier|remote file identifier)|file is temporarily/i],
  ['delivery-reason-image', /image_process_failed|photo_invalid_dimensions/i],
]

/**
 * The sentence for a refusal whose reason is known; null for any other, of which Telegram's own words
 * say the most.
 *
 * @param error as describeFailure puts it
 */
export function reasonFor(error: string): ReasonKey | null {
  return reasons.find(([, pattern]) => pattern.test(error))?.[0] ?? null
}
