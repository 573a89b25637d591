import type { Desk } from './desk.ts'

/** A topic begins with three messages: itself, its card and the first words in it. */
const messagesOfTopic = 3
const shareOfGroup = 0.5

/** Topics a minute for clients with whom support has not dealt yet; without a number, half the group. */
export function newcomersPerMinute({
  newcomersPerMinute: given,
  pacing,
}: Pick<Desk['limits'], 'newcomersPerMinute' | 'pacing'>): number {
  return given ?? Math.max(1, Math.floor((pacing.groupPerMinute * shareOfGroup) / messagesOfTopic))
}
