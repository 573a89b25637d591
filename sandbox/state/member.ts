import type { AdministratorRight, Chat, User } from './shapes.ts'

type Status = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

/** Rights of administrators, all of them given (https://core.telegram.org/bots/api#chatmemberadministrator). */
const rights = Object.fromEntries(
  [
    'can_manage_chat',
    'can_delete_messages',
    'can_manage_video_chats',
    'can_change_info',
    'can_restrict_members',
    'can_promote_members',
    'can_invite_users',
    'can_pin_messages',
    'can_post_stories',
    'can_edit_stories',
    'can_delete_stories',
    'can_manage_topics',
    'can_send_welcome_messages',
  ].map((right) => [right, true]),
)

/**
 * Somebody's place in a chat, as Telegram describes it.
 *
 * @param lacks rights an administrator has not got
 */
export function memberShape(
  user: User,
  status: Status,
  lacks: readonly AdministratorRight[] = [],
): object {
  switch (status) {
    case 'creator':
      return { user, status, is_anonymous: false }
    case 'administrator':
      return {
        user,
        status,
        can_be_edited: false,
        is_anonymous: false,
        ...rights,
        ...Object.fromEntries(lacks.map((right) => [right, false])),
      }
    case 'kicked':
      return { user, status, until_date: 0 }
    case 'member':
    case 'left':
      return { user, status }
  }
}

export function statusIn(chat: Chat, userId: number): Status {
  return chat.members.get(userId) ?? 'left'
}

/** Whether the bot may do something in a group, which only administrators may. */
export function botMay(chat: Chat, botId: number, right: AdministratorRight): boolean {
  return statusIn(chat, botId) === 'administrator' && chat.botLacks?.includes(right) !== true
}
