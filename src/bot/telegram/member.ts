import { nameOfUser } from '../../domain/shown-name.ts'
import type { AgentIdentity, Role } from '../../services/telegram/members.ts'

/** What the desk reads of a Telegram user. */
export interface TelegramUser {
  id: number
  first_name: string
  last_name?: string
  username?: string
}

/** A Telegram user as the desk knows an agent. */
export function identityOf(user: TelegramUser): AgentIdentity {
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

/** What an update says somebody is now; null when it does not say so, or not who. */
export function memberNow<Member extends { user?: unknown; status?: unknown }>(
  change: { new_chat_member?: Member | null } | undefined,
): Member | null {
  const member = change?.new_chat_member
  if (member === undefined || member === null) return null
  const isSaid = typeof member.status === 'string' && typeof member.user === 'object'
  return isSaid && member.user !== null ? member : null
}
