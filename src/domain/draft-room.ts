import { maxDraftMessages, maxDraftUnits, maxPlaces } from './bounds.ts'
import type { WrittenMessage } from './message.ts'

/**
 * Whether one more message fits to what was written in a dialogue. Its state is read and written
 * with each message, and all of it becomes one step at the end: neither may grow for ever.
 */
export function hasRoomFor(messages: WrittenMessage[], another: WrittenMessage): boolean {
  const all = [...messages, another]
  const units = all.reduce((sum, { text }) => sum + text.length, 0)
  const places = all.reduce((sum, one) => sum + one.places.length, 0)
  return all.length <= maxDraftMessages && units <= maxDraftUnits && places <= maxPlaces
}
