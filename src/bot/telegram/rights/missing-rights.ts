import type { TelegramChatMember } from '@gramio/types'

import { rightSwitches, type StaffRight } from '../../../domain/staff-right.ts'

/**
 * What the bot lacks in a group, by what Telegram says of both.
 *
 * @param member the bot there (https://core.telegram.org/bots/api#chatmember)
 * @param chat the group; one without topics has no `is_forum`
 */
export function missingRights(
  member: TelegramChatMember,
  { is_forum: isForum }: { is_forum?: boolean },
): StaffRight[] {
  const topics: StaffRight[] = isForum === true ? [] : ['topics']
  switch (member.status) {
    case 'left':
    case 'kicked':
      // Nothing else matters to who is not there.
      return ['write']
    case 'creator':
      return topics
    case 'administrator':
      return [...topics, ...rightSwitches.filter((right) => member[`can_${right}`] !== true)]
    case 'restricted':
    case 'member': {
      const isMute = member.status === 'restricted' && !member.can_send_messages
      const write: StaffRight[] = isMute ? ['write'] : []
      return [...write, 'administrator', ...topics, ...rightSwitches]
    }
  }
}
