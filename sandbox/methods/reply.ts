import { readText } from '../formatting/read-text.ts'
import { isRecord } from '../is-record.ts'
import { badRequest } from '../refusal.ts'
import type { Chat, Message } from '../state/shapes.ts'
import { chatToRead } from '../state/world.ts'
import { isTrue, textOf, type MethodCall } from './method.ts'

const longestQuote = 1_024

/** What a message replies to: the whole of it, or a quote; in another chat only a mention of it. */
export function replyFields({ world, values }: MethodCall, chat: Chat): object {
  const reply = values['reply_parameters']
  if (!isRecord(reply) || reply['message_id'] === undefined) return {}
  const source = reply['chat_id'] === undefined ? chat : chatToRead(world, reply['chat_id'])
  const replied = source.kept.get(Number(reply['message_id']))?.message
  if (replied === undefined) {
    if (isTrue(reply['allow_sending_without_reply'])) return {}
    throw badRequest('message to be replied not found')
  }
  const { text: quote } = readText(world, textOf(reply['quote']) ?? '', {
    parseMode: reply['quote_parse_mode'],
    entities: reply['quote_entities'],
  })
  const position = (replied.text ?? replied.caption ?? '').indexOf(quote)
  if (position < 0 || quote.length > longestQuote) throw badRequest('QUOTE_TEXT_INVALID')
  return {
    ...(source === chat
      ? { reply_to_message: withoutReply(replied) }
      : { external_reply: mentionOf(replied) }),
    ...(quote !== '' && { quote: { text: quote, position } }),
  }
}

/** Telegram shows the replied message without what that one replied to. */
export function withoutReply({ reply_to_message: _reply, ...message }: Message): Message {
  return message
}

function mentionOf({ from, chat, date, message_id: id }: Message): object {
  return { origin: { type: 'user', sender_user: from, date }, chat, message_id: id }
}
