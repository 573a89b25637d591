import type { TelegramChatMember } from '@gramio/types'

/** What the bot needs in the staff group, the most important first. */
export const rights = ['write', 'administrator', 'topics', 'manage_topics', 'pin_messages'] as const

export type Right = (typeof rights)[number]

/** What an administrator is given one by one. */
const switches = ['manage_topics', 'pin_messages'] as const

/**
 * What the bot lacks in a group, by what Telegram says of both.
 *
 * @param member the bot there (https://core.telegram.org/bots/api#chatmember)
 * @param chat the group; one without topics has no `is_forum`
 */
export function missingRights(
  member: TelegramChatMember,
  { is_forum: isForum }: { is_forum?: boolean },
): Right[] {
  const topics: Right[] = isForum === true ? [] : ['topics']
  switch (member.status) {
    case 'left':
    case 'kicked':
      // Nothing else matters to who is not there.
      return ['write']
    case 'creator':
      return topics
    case 'administrator':
      return [...topics, ...switches.filter((right) => member[`can_${right}`] !== true)]
    case 'restricted':
    case 'member': {
      const isMute = member.status === 'restricted' && !member.can_send_messages
      const write: Right[] = isMute ? ['write'] : []
      return [...write, 'administrator', ...topics, ...switches]
    }
  }
}

/** Those to be named: an administrator is made with all of the switches at once. */
export function toBeNamed(missing: readonly Right[]): Right[] {
  if (missing.includes('write')) return ['write']
  const isAdministrator = !missing.includes('administrator')
  return rights.filter(
    (right) =>
      missing.includes(right) &&
      (isAdministrator || !(switches as readonly Right[]).includes(right)),
  )
}
