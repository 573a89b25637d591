import type { PrivateChats } from '../telegram/private-chats.ts'
import type { Outgoing } from './outgoing.ts'

/**
 * The chat whose budget an effect uses. All topics of the staff group share one.
 *
 * @returns null when it costs nothing (the answer to a button), the staff group is not set, or a
 *   person's chat is not known: who has none gets no call, and while the database does not answer,
 *   nothing is claimed and this is asked again. Never rejects.
 */
export async function chatOf(
  effect: Outgoing,
  staffChatId: number | null,
  privateChats: Pick<PrivateChats, 'chatOf'>,
): Promise<number | null> {
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
      return privateChats.chatOf(effect.place.personId).catch(() => null)
    case 'chat':
      return effect.place.chatId
    case 'topic':
    case 'staff':
      return staffChatId
  }
}
