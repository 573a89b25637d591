import type { Outgoing } from './outgoing.ts'

/**
 * The chat whose budget an effect uses. All topics of the staff group share one.
 *
 * @returns null when it costs nothing (the answer to a button) or the staff group is not set
 */
export function chatOf(effect: Outgoing, staffChatId: number | null): number | null {
  switch (effect.kind) {
    case 'answer':
      return null
    case 'topic':
      return staffChatId
    case 'leave':
    case 'adopt':
      return effect.chatId
    default:
  }
  switch (effect.place.kind) {
    case 'person':
    case 'chat':
      return effect.place.chatId
    case 'topic':
    case 'staff':
      return staffChatId
  }
}
