import { z } from 'zod'

import type { Placing } from '../people/writer.ts'
import { badRequest } from '../refusal.ts'
import type { Chat, Kept, Topic, User } from '../state/shapes.ts'
import type { World } from '../state/world.ts'
import type { Place } from './protocol.ts'

const id = z.number().int()

export const placeShape = z.object({ userId: id, chatId: id, topicId: id.optional() })

export function userOf(world: World, userId: number): User {
  const user = world.users.get(userId)
  if (user === undefined) throw badRequest('there is no such person: load the page again')
  return user
}

export function chatOf(world: World, chatId: number): Chat {
  const chat = world.chats.get(chatId)
  if (chat === undefined) throw badRequest('there is no such chat: load the page again')
  return chat
}

export function messageIn(chat: Chat, messageId: number): Kept {
  const kept = chat.kept.get(messageId)
  if (kept === undefined) throw badRequest('this message was deleted meanwhile')
  return kept
}

export function topicIn(chat: Chat, topicId: number): Topic {
  const topic = chat.topics.get(topicId)
  if (topic === undefined || topic.deleted) throw badRequest('this topic was deleted meanwhile')
  return topic
}

/** A chat in which somebody may write, and where in it; Telegram's apps allow nothing else. */
export function placeFor(
  world: World,
  {
    userId,
    chatId,
    topicId,
    replyTo,
    quote,
  }: Place & { replyTo?: number | undefined; quote?: string | undefined },
): { chat: Chat; user: User; placing: Placing } {
  const chat = chatOf(world, chatId)
  const user = userOf(world, userId)
  const status = chat.members.get(userId)
  if (status === undefined || status === 'left' || status === 'kicked') {
    throw badRequest(`${user.first_name} is no member of this chat`)
  }
  const topic = topicId === undefined ? undefined : topicIn(chat, topicId)
  if (topic?.closed === true && status === 'member') {
    throw badRequest('the topic is closed: only administrators write in it')
  }
  return {
    chat,
    user,
    placing: {
      ...(topic !== undefined && { topic }),
      ...(replyTo !== undefined && { replyTo: messageIn(chat, replyTo).message }),
      ...(quote !== undefined && { quote }),
    },
  }
}
