import { memberShape } from '../state/member.ts'
import type { AdministratorRight, Chat, User } from '../state/shapes.ts'
import type { World } from '../state/world.ts'

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left'

/** Somebody joins a group, leaves it or gets another rank there. */
export function setMember(world: World, chat: Chat, user: User, status: MemberStatus): void {
  const old = chat.members.get(user.id) ?? 'left'
  chat.members.set(user.id, status)
  world.updates.push({
    chat_member: {
      chat: chat.shape,
      from: user,
      date: Math.floor(world.now() / 1_000),
      old_chat_member: memberShape(user, old),
      new_chat_member: memberShape(user, status),
    },
  })
  world.changed()
}

/** The bot stays an administrator, with other rights than before. */
export function limitBot(world: World, chat: Chat, lacks: AdministratorRight[], by: User): void {
  const before = memberShape(world.bot, 'administrator', chat.botLacks)
  chat.botLacks = lacks
  world.updates.push({
    my_chat_member: {
      chat: chat.shape,
      from: by,
      date: Math.floor(world.now() / 1_000),
      old_chat_member: before,
      new_chat_member: memberShape(world.bot, 'administrator', lacks),
    },
  })
  world.changed()
}

/** A person stops the bot, or starts it again. */
export function setBlocked(world: World, chat: Chat, user: User, blocked: boolean): void {
  const status = blocked ? 'kicked' : 'member'
  const old = chat.members.get(world.bot.id) ?? 'member'
  chat.members.set(world.bot.id, status)
  world.updates.push({
    my_chat_member: {
      chat: chat.shape,
      from: user,
      date: Math.floor(world.now() / 1_000),
      old_chat_member: memberShape(world.bot, old),
      new_chat_member: memberShape(world.bot, status),
    },
  })
  world.changed()
}
