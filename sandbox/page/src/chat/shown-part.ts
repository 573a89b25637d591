import type { MessageView } from '../../../play/protocol.ts'
import { isSameAlbum } from './rows.ts'

/** So many messages are shown at least, and so many more each time somebody scrolls up to them. */
export const pageLength = 60
/** The beginning moves in steps, so that not every new message takes an old one away. */
const step = 20

/**
 * Where the part of a chat begins that is shown.
 *
 * @param earliestId the message to which somebody scrolled up; null: the newest are enough
 */
export function shownFrom(messages: readonly MessageView[], earliestId: number | null): number {
  const wanted =
    earliestId === null
      ? Math.max(0, Math.floor((messages.length - pageLength) / step) * step)
      : indexOfId(messages, earliestId)
  return albumStart(messages, wanted)
}

/**
 * Where it ends.
 *
 * @param latestId the last message that is wanted; null: up to the newest
 */
export function shownTo(messages: readonly MessageView[], latestId: number | null): number {
  if (latestId === null) return messages.length
  let end = indexOfId(messages, latestId + 1)
  for (; end < messages.length; end += 1) {
    const [last, next] = [messages[end - 1], messages[end]]
    if (last === undefined || next === undefined || !isSameAlbum(last, next)) break
  }
  return end
}

/** The place of the first message with this id or a later one. */
export function indexOfId(messages: readonly MessageView[], id: number): number {
  let [low, high] = [0, messages.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((messages[middle]?.message_id ?? 0) < id) low = middle + 1
    else high = middle
  }
  return low
}

/** An album is not torn. */
function albumStart(messages: readonly MessageView[], index: number): number {
  for (let start = index; start > 0; start -= 1) {
    const [before, first] = [messages[start - 1], messages[start]]
    if (before === undefined || first === undefined || !isSameAlbum(before, first)) return start
  }
  return 0
}
