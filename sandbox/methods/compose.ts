import { readText } from '../formatting/read-text.ts'
import { badRequest } from '../refusal.ts'
import type { Chat, Entity, Message, Topic } from '../state/shapes.ts'
import { addMessage, chatFor, type World } from '../state/world.ts'
import { forcedReply } from './forced-reply.ts'
import { markupField } from './markup.ts'
import { textOf, type MethodCall } from './method.ts'
import { replyFields } from './reply.ts'

const maxTextLength = 4096
const maxCaptionLength = 1024

/** The chat and topic a sending method names. */
export function targetOf({ world, values }: MethodCall): { chat: Chat; topic: Topic | null } {
  const chat = chatFor(world, values['chat_id'])
  const threadId = values['message_thread_id']
  // Where there are no topics the thread is ignored, as Telegram does.
  if (chat.shape.is_forum !== true) return { chat, topic: null }
  if (threadId === undefined) {
    if (chat.generalClosed === true) throw badRequest('TOPIC_CLOSED')
    return { chat, topic: null }
  }
  const topic = chat.topics.get(Number(threadId))
  if (topic === undefined || topic.deleted) throw badRequest('message thread not found')
  if (topic.closed) throw badRequest('TOPIC_CLOSED')
  return { chat, topic }
}

/** Fields every sent message may have: topic, reply, buttons. */
export function commonFields(call: MethodCall, chat: Chat, topic: Topic | null): object {
  return {
    ...(topic !== null && { message_thread_id: topic.threadId, is_topic_message: true }),
    ...replyFields(call, chat),
    ...markupField(call.values['reply_markup']),
  }
}

export function textFields(
  world: World,
  values: Record<string, unknown>,
): { text: string; entities?: Entity[] } {
  const given = values['text']
  const source = typeof given === 'number' ? String(given) : (textOf(given) ?? '')
  if (source === '') throw badRequest('message text is empty')
  const { text, entities } = readText(world, source, {
    parseMode: values['parse_mode'],
    entities: values['entities'],
  })
  if (text.trim() === '') throw badRequest('text must be non-empty')
  if (text.length > maxTextLength) throw badRequest('message is too long')
  return { text, ...(entities.length > 0 && { entities }) }
}

export function captionFields(
  world: World,
  values: Record<string, unknown>,
): { caption?: string; caption_entities?: Entity[] } {
  const { text: caption, entities } = readText(world, textOf(values['caption']) ?? '', {
    parseMode: values['parse_mode'],
    entities: values['caption_entities'],
  })
  if (caption === '') return {}
  if (caption.length > maxCaptionLength) throw badRequest('message caption is too long')
  return { caption, ...(entities.length > 0 && { caption_entities: entities }) }
}

/** Stores what the bot sends and answers with it. */
export function sendAs({ world, values }: MethodCall, chat: Chat, content: object): Message {
  const kept = addMessage(world, chat, world.bot, content)
  const { message } = kept
  const asked = forcedReply(world, chat, { message, markup: values['reply_markup'] })
  if (asked !== null) kept.forceReply = asked
  return message
}
