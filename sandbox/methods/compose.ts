import { badRequest } from '../refusal.ts'
import type { Chat, Entity, Message, ReplyMarkup, Topic } from '../state/shapes.ts'
import { addMessage, chatFor } from '../state/world.ts'
import { isRecord, textOf, type MethodCall } from './method.ts'

const maxTextLength = 4096
const maxCaptionLength = 1024

/** The chat and topic a sending method names. */
export function targetOf({ world, values }: MethodCall): { chat: Chat; topic: Topic | null } {
  const chat = chatFor(world, values['chat_id'])
  const threadId = values['message_thread_id']
  // Where there are no topics the thread is ignored, as Telegram does.
  if (threadId === undefined || chat.shape.is_forum !== true) return { chat, topic: null }
  const topic = chat.topics.get(Number(threadId))
  if (topic === undefined || topic.deleted) throw badRequest('message thread not found')
  if (topic.closed) throw badRequest('TOPIC_CLOSED')
  return { chat, topic }
}

/** Fields every sent message may have: topic, reply, buttons. */
export function commonFields({ values }: MethodCall, chat: Chat, topic: Topic | null): object {
  const reply = isRecord(values['reply_parameters']) ? values['reply_parameters'] : undefined
  const replied = reply && chat.kept.get(Number(reply['message_id']))
  if (
    reply !== undefined &&
    replied === undefined &&
    reply['allow_sending_without_reply'] !== true
  ) {
    throw badRequest('message to be replied not found')
  }
  const quote = textOf(reply?.['quote'])
  if (quote !== undefined && replied !== undefined && !saysIn(replied.message, quote)) {
    throw badRequest('QUOTE_TEXT_INVALID')
  }
  return {
    ...(topic !== null && { message_thread_id: topic.threadId, is_topic_message: true }),
    ...(replied !== undefined && { reply_to_message: withoutReply(replied.message) }),
    ...(replied !== undefined && quote !== undefined && { quote: { text: quote, position: 0 } }),
    ...markupField(values['reply_markup']),
  }
}

function saysIn({ text, caption }: Message, quote: string): boolean {
  return (text ?? caption ?? '').includes(quote)
}

/** Telegram shows the replied message without what that one replied to. */
export function withoutReply({ reply_to_message: _reply, ...message }: Message): Message {
  return message
}

/** Only inline buttons are part of the message. */
export function markupField(markup: unknown): { reply_markup?: ReplyMarkup } {
  if (!isRecord(markup) || !Array.isArray(markup['inline_keyboard'])) return {}
  const keyboard = markup['inline_keyboard'] as NonNullable<ReplyMarkup['inline_keyboard']>
  for (const { callback_data: data } of keyboard.flat()) {
    if (data !== undefined && (data === '' || Buffer.byteLength(data) > 64)) {
      throw badRequest('BUTTON_DATA_INVALID')
    }
  }
  return keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } }
}

export function textFields(values: Record<string, unknown>): { text: string; entities?: Entity[] } {
  const text = textOf(values['text']) ?? ''
  if (text.trim() === '') throw badRequest('message text is empty')
  if (text.length > maxTextLength) throw badRequest('message is too long')
  const entities = entitiesFor(text, values['entities'])
  return { text, ...(entities.length > 0 && { entities }) }
}

export function captionFields(values: Record<string, unknown>): {
  caption?: string
  caption_entities?: Entity[]
} {
  const caption = textOf(values['caption']) ?? ''
  if (caption === '') return {}
  if (caption.length > maxCaptionLength) throw badRequest('message caption is too long')
  const entities = entitiesFor(caption, values['caption_entities'])
  return { caption, ...(entities.length > 0 && { caption_entities: entities }) }
}

function entitiesFor(text: string, given: unknown): Entity[] {
  if (!Array.isArray(given)) return []
  for (const { offset, length } of given as Entity[]) {
    const end = offset + length
    if (!(offset >= 0 && length > 0 && end <= text.length)) {
      throw badRequest(`can't parse entities: entity beyond the text at offset ${String(offset)}`)
    }
    if (cutsPair(text, offset) || cutsPair(text, end)) {
      throw badRequest(
        `can't parse entities: entity inside a character at offset ${String(offset)}`,
      )
    }
  }
  return given as Entity[]
}

function cutsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return at > 0 && at < text.length && before >= 0xd800 && before <= 0xdbff
}

/** Stores what the bot sends and answers with it. */
export function sendAs({ world, values }: MethodCall, chat: Chat, content: object): Message {
  const kept = addMessage(world, chat, world.bot, content)
  const markup = values['reply_markup']
  if (isRecord(markup) && markup['force_reply'] === true) {
    kept.forceReply = { placeholder: textOf(markup['input_field_placeholder']) ?? '' }
  }
  return kept.message
}
