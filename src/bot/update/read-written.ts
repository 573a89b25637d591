import { beginningOf } from '../../domain/beginning.ts'
import { maxEntities, maxQuoteUnits, maxTextUnits } from '../../domain/bounds.ts'
import { lines } from '../../domain/formatted.ts'
import {
  fileKinds,
  sharedKinds,
  type Attachment,
  type AttachmentKind,
  type Entity,
  type FormattedText,
  type WrittenMessage,
} from '../../domain/message.ts'
import { shownFileName } from '../../domain/shown-name.ts'
import { contentFieldOf, isServiceMessage } from './message-fields.ts'
import { wordsOfShared } from './words-of-shared.ts'

/** A Telegram message as it arrives: every field may be missing or of another shape. */
type Raw = Record<string, unknown>

/**
 * Reads what somebody wrote: one message, or the items of an album in order.
 *
 * Whatever is no service message says something, also when the desk does not know how to read it: it
 * is an attachment then, to be copied or to be answered for.
 *
 * @returns null when nobody said anything: Telegram tells what was done in the chat
 */
export function readWritten(messages: unknown[]): WrittenMessage | null {
  const raws = messages.filter(isRecord).filter((raw) => !isServiceMessage(raw))
  const first = raws[0]
  const chatId = isRecord(first?.['chat']) ? numberOr(first['chat']['id'], null) : null
  if (first === undefined || chatId === null) return null
  const places = raws.map((raw) => ({ chatId, messageId: numberOr(raw['message_id'], 0) }))
  // Each item of an album may have a caption of its own.
  const pieces = raws.map(textWithin)
  const { text, entities } = lines(pieces)
  const attachments = raws.flatMap((raw) => attachmentOf(raw) ?? [])
  const reply = first['reply_to_message']
  const replyToId = isRecord(reply) ? numberOr(reply['message_id'], null) : null
  return {
    text,
    entities,
    attachments,
    places,
    ...(pieces.length > 1 && { pieces }),
    replyTo: replyToId === null ? null : { chatId, messageId: replyToId },
    ...quoteOf(first),
    ...(raws.every((raw) => isRecord(raw['forward_origin'])) && { forwarded: true }),
    sentAt: new Date(numberOr(first['date'], 0) * 1_000),
  }
}

function quoteOf({ quote }: Raw): { quote?: string } {
  const text = isRecord(quote) ? stringOr(quote['text'], '') : ''
  return text === '' ? {} : { quote: beginningOf(text, maxQuoteUnits) }
}

function textOf(raw: Raw): string {
  const text = raw['text'] ?? raw['caption']
  return typeof text === 'string' ? beginningOf(text, maxTextUnits) : ''
}

function textWithin(raw: Raw): FormattedText {
  const text = textOf(raw)
  return { text, entities: entitiesOf(raw, text.length) }
}

/** Only spans that lie within the text, and no more than a message has; not all data is tidy. */
function entitiesOf(raw: Raw, length: number): Entity[] {
  const entities = raw['entities'] ?? raw['caption_entities']
  if (!Array.isArray(entities)) return []
  const within = entities.filter(isRecord).filter((entity): entity is Entity => {
    const { type, offset, length: span } = entity
    if (typeof type !== 'string' || typeof offset !== 'number' || typeof span !== 'number') {
      return false
    }
    return offset >= 0 && span > 0 && offset + span <= length
  })
  return within.slice(0, maxEntities)
}

/** What a message carries besides its text; null for a message that is a text. */
function attachmentOf(raw: Raw): Attachment | null {
  for (const kind of sharedKinds) {
    const value = raw[kind]
    if (isRecord(value)) return withoutFile(kind, wordsOfShared(kind, value))
  }
  for (const kind of fileKinds) {
    const value = raw[kind]
    // A photo comes in several sizes, the largest last.
    const file: unknown = Array.isArray(value) ? value.at(-1) : value
    if (isRecord(file) && typeof file['file_id'] === 'string') return fileOf(kind, file)
  }
  const isText = typeof raw['text'] === 'string' && raw['text'] !== ''
  return isText ? null : withoutFile('other', contentFieldOf(raw))
}

function withoutFile(kind: AttachmentKind, name: string | null): Attachment {
  return { kind, fileId: null, fileUniqueId: null, name, mime: null, sizeBytes: null }
}

function fileOf(kind: AttachmentKind, file: Raw): Attachment {
  const mime = file['mime_type']
  return {
    kind,
    fileId: stringOr(file['file_id'], null),
    fileUniqueId: stringOr(file['file_unique_id'], null),
    name: shownFileName(stringOr(file['file_name'], '')),
    mime: typeof mime === 'string' ? beginningOf(mime, 255) : null,
    sizeBytes: numberOr(file['file_size'], null),
  }
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function numberOr<Other>(value: unknown, other: Other): number | Other {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : other
}

function stringOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value : other
}
