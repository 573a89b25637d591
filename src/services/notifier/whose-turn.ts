import { importanceOf, type Importance } from './importance.ts'
import type { OutboxRow } from './outcome.ts'

/**
 * Who has a turn when a lane has one: the client whose words it brings, so that many tickets are no
 * more turns than one; else the lane itself.
 */
export function whoseTurn(lane: string, queue: readonly OutboxRow[]): string {
  for (const { effect } of queue) {
    if (effect.kind === 'copy' && effect.from.chatId > 0) return `client:${effect.from.chatId}`
  }
  return lane
}

/**
 * How much the head of a lane matters: as much as the words that wait behind it. Words behind the
 * first card of a newcomer wait with it.
 */
export function importanceOfLane(queue: readonly OutboxRow[], head: OutboxRow): Importance {
  const own = importanceOf(head.effect)
  if (own === 'newcomers') return own
  return queue.some(({ effect }) => importanceOf(effect) === 'words') ? 'words' : own
}
