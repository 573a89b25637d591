import { nameOfUser } from '../../domain/shown-name.ts'
import type { AgentIdentity, Role } from '../../services/people/save-agent.ts'

/** A Telegram user as the desk knows an agent. */
export function identityOf(user: {
  id: number
  first_name: string
  last_name?: string
  username?: string
}): AgentIdentity {
  return { telegramUserId: user.id, name: nameOfUser(user), username: user.username ?? null }
}

/**
 * What a ChatMember means for the desk (https://core.telegram.org/bots/api#chatmember): administrators
 * are supervisors, and who is restricted may be a member or not. A status that is not known is none.
 */
export function roleOf({ status, is_member: isMember }: MemberShape): Role {
  switch (status) {
    case 'creator':
    case 'administrator':
      return { supervisor: true, active: true }
    case 'member':
      return { supervisor: false, active: true }
    case 'restricted':
      return { supervisor: false, active: isMember === true }
    default:
      return { supervisor: false, active: false }
  }
}

export interface MemberShape {
  status: string
  is_member?: boolean
}
