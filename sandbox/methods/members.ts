import { badRequest } from '../refusal.ts'
import { memberShape, statusIn } from '../state/member.ts'
import type { AdministratorRight, Chat } from '../state/shapes.ts'
import { chatFor, chatToRead, userFor, type World } from '../state/world.ts'
import type { Method } from './method.ts'

/** What Telegram tells of every chat besides its name, with nothing chosen in it. */
const everyChat = {
  accent_color_id: 0,
  max_reaction_count: 11,
  accepted_gift_types: {
    unlimited_gifts: true,
    limited_gifts: true,
    unique_gifts: true,
    premium_subscription: true,
    gifts_from_channels: true,
  },
}

const getChat: Method = ({ world, values }) => {
  const { shape, kept } = chatToRead(world, values['chat_id'])
  const pinned = [...kept.values()].findLast((one) => one.pinned)
  return { ...shape, ...everyChat, ...(pinned && { pinned_message: pinned.message }) }
}

const getChatMember: Method = ({ world, values }) => {
  const chat = chatToRead(world, values['chat_id'])
  const id = Number(values['user_id'])
  return memberShape(userFor(world, id), statusIn(chat, id), lacksOf(world, chat, id))
}

function lacksOf(world: World, chat: Chat, userId: number): AdministratorRight[] | undefined {
  return userId === world.bot.id ? chat.botLacks : undefined
}

const getChatAdministrators: Method = ({ world, values }) => {
  const chat = chatToRead(world, values['chat_id'])
  if (chat.shape.type === 'private') {
    throw badRequest('there are no administrators in the private chat')
  }
  return [...chat.members]
    .filter(([, status]) => status === 'creator' || status === 'administrator')
    .map(([id, status]) => memberShape(userFor(world, id), status, lacksOf(world, chat, id)))
}

const getChatMemberCount: Method = ({ world, values }) => {
  const { members } = chatToRead(world, values['chat_id'])
  return [...members.values()].filter((status) => status !== 'left' && status !== 'kicked').length
}

const leaveChat: Method = ({ world, values }) => {
  const chat = chatFor(world, values['chat_id'])
  if (chat.shape.type === 'private') {
    throw badRequest("chat member status can't be changed in private chats")
  }
  chat.members.set(world.bot.id, 'left')
  world.changed()
  return true
}

export const members: Record<string, Method> = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
}
