import { beginningOf } from '../../domain/beginning.ts'
import type { FormattedText, MessagePlace } from '../../domain/message.ts'
import { readWritten } from '../update/read-written.ts'

/** What can still be told of an update that was put aside. */
export interface DeadLetter {
  /** The message that was written or edited, or whose button was pressed. */
  place: MessagePlace | null
  /** The topic it stands in; null outside of topics. */
  threadId: number | null
  /** The message of the bot that it is about: replied to, or pressed. */
  about: MessagePlace | null
  /** Of a pressed button. */
  callbackId: string | null
  words: FormattedText
  /** Files and whatever else is no text. */
  files: number
  name: string | null
  /** The language that Telegram tells of whoever did it. */
  languageCode: string | null
}

type Raw = Record<string, unknown>

const messageKinds = ['message', 'edited_message']
/** Of a text that is longer, the start is enough to know what it is about. */
const longestWords = 3_000

/**
 * Reads what a dead update says of itself: one update, or the items of an album. It made the desk
 * stumble, so nothing is taken for granted, and the work is bounded.
 */
export function readDeadLetter(payloads: Raw[]): DeadLetter {
  const [first] = payloads
  const press = isRecord(first?.['callback_query']) ? first['callback_query'] : null
  const written = payloads.map(messageOf).filter((one) => one !== null)
  const message: unknown = press === null ? (written[0] ?? null) : press['message']
  const place = placeOf(message)
  const from = personIn(first)
  const said = press === null ? wordsOf(written) : nothing
  return {
    place,
    threadId: threadOf(message),
    about: press === null ? placeOf(repliedTo(message), message) : place,
    callbackId: press !== null && typeof press['id'] === 'string' ? press['id'] : null,
    words: said.words,
    files: said.files,
    name: nameOf(from),
    languageCode: typeof from?.['language_code'] === 'string' ? from['language_code'] : null,
  }
}

const nothing = { words: { text: '', entities: [] }, files: 0 }

function wordsOf(messages: Raw[]): { words: FormattedText; files: number } {
  const cut = messages.map(shortened)
  const written = readWritten(cut)
  if (written === null) return nothing
  const { text, entities, attachments } = written
  return { words: { text, entities }, files: attachments.length }
}

function shortened(message: Raw): Raw {
  const short = { ...message }
  for (const key of ['text', 'caption']) {
    const text = message[key]
    if (typeof text !== 'string' || text.length <= longestWords) continue
    short[key] = `${beginningOf(text, longestWords)} …`
  }
  return short
}

function messageOf(payload: Raw): Raw | null {
  for (const kind of messageKinds) {
    const message = payload[kind]
    if (isRecord(message)) return message
  }
  return null
}

function repliedTo(message: unknown): unknown {
  return isRecord(message) ? message['reply_to_message'] : null
}

/** @param fallback tells the chat where the message itself does not */
function placeOf(message: unknown, fallback?: unknown): MessagePlace | null {
  if (!isRecord(message)) return null
  const chat = message['chat'] ?? (isRecord(fallback) ? fallback['chat'] : undefined)
  const chatId = isRecord(chat) ? chat['id'] : undefined
  const messageId = message['message_id']
  return isId(chatId) && isMessageId(messageId) ? { chatId, messageId } : null
}

function threadOf(message: unknown): number | null {
  if (!isRecord(message) || message['is_topic_message'] !== true) return null
  const { message_thread_id: threadId } = message
  return isMessageId(threadId) ? threadId : null
}

function personIn(payload: Raw | undefined): Raw | null {
  for (const content of Object.values(payload ?? {})) {
    const from = isRecord(content) ? (content['from'] ?? content['user']) : undefined
    if (isRecord(from)) return from
  }
  return null
}

function nameOf(from: Raw | null): string | null {
  const parts = [from?.['first_name'], from?.['last_name']].filter(
    (part) => typeof part === 'string' && part !== '',
  )
  return parts.length === 0 ? null : beginningOf(parts.join(' '), 130)
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

/** The database keeps them in 32 bits, as Telegram does. */
function isMessageId(value: unknown): value is number {
  return isId(value) && value > 0 && value < 2 ** 31
}
