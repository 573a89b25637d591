import { minuteMs, type Entry } from './minute-window.ts'

/** Of what a group takes, so much are the texts of clients who write steadily. */
const steadyShare = 5 / 6
/** In times between two of their texts: how long one may wait. */
const patience = 0.5

/**
 * When clients who from now on write steadily, five sixths of what the group takes, would wait no
 * longer than half of the time between two of their texts, though so many messages went before them.
 * With 18 messages a minute these are 15 texts and two seconds.
 *
 * @param spent what was sent within the last minute, the oldest first
 * @returns a time of the clock of `spent`; in the past: now
 */
export function unfeltAt(
  spent: readonly Entry[],
  { messages, perMinute }: { messages: number; perMinute: number },
): number {
  const betweenTextsMs = minuteMs / (perMinute * steadyShare)
  const free = perMinute - spent.length - messages
  let unfelt = -Infinity
  for (const [index, { at }] of spent.entries()) {
    // The text that needs this turn comes after all that are free, and may be patient.
    const untilNeededMs = betweenTextsMs * (free + index + patience)
    if (untilNeededMs >= minuteMs) break
    unfelt = Math.max(unfelt, at + minuteMs - untilNeededMs)
  }
  return unfelt
}
