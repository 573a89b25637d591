import { beginningOf } from '../domain/beginning.ts'
import { maxEntities, maxQuoteUnits, maxTextUnits } from '../domain/bounds.ts'
import { lines } from '../domain/formatted.ts'
import type {
  Attachment,
  AttachmentKind,
  Entity,
  FormattedText,
  WrittenMessage,
} from '../domain/message.ts'
import { shownFileName } from '../domain/shown-name.ts'

/** A Telegram message as it arrives: every field may be missing or of another shape. */
type Raw = Record<string, unknown>

/** Kinds that are a file, in the order in which a message is looked through. */
const fileKinds = [
  'animation', // before document, which an animation carries too
  'photo',
  'video',
  'audio',
  'voice',
  'video_note',
  'document',
  'sticker',
] as const satisfies AttachmentKind[]

/** Kinds without a file that Telegram can copy. */
const copiedKinds = ['location', 'venue', 'contact', 'poll', 'dice', 'story', 'game', 'checklist']

/**
 * Reads what somebody wrote: one message, or the items of an album in order.
 *
 * @returns null when the messages say nothing a ticket could keep (service messages and the like)
 */
export function readWritten(messages: unknown[]): WrittenMessage | null {
  const raws = messages.filter(isRecord)
  const first = raws[0]
  const chatId = isRecord(first?.['chat']) ? numberOr(first['chat']['id'], null) : null
  if (first === undefined || chatId === null) return null
  const places = raws.map((raw) => ({ chatId, messageId: numberOr(raw['message_id'], 0) }))
  // Each item of an album may have a caption of its own.
  const { text, entities } = lines(raws.map(textWithin))
  const attachments = raws.flatMap((raw) => attachmentOf(raw) ?? [])
  if (text === '' && attachments.length === 0) return null
  const reply = first['reply_to_message']
  const replyToId = isRecord(reply) ? numberOr(reply['message_id'], null) : null
  return {
    text,
    entities,
    attachments,
    places,
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

function attachmentOf(raw: Raw): Attachment | null {
  for (const kind of fileKinds) {
    const value = raw[kind]
    // A photo comes in several sizes, the largest last.
    const file: unknown = Array.isArray(value) ? value.at(-1) : value
    if (isRecord(file) && typeof file['file_id'] === 'string') return fileOf(kind, file)
  }
  const isCopied = copiedKinds.some((kind) => isRecord(raw[kind]))
  if (!isCopied) return null
  return {
    ...{ kind: 'other', fileId: null, fileUniqueId: null, name: null, mime: null },
    sizeBytes: null,
  }
}

function fileOf(kind: AttachmentKind, file: Raw): Attachment {
  return {
    kind,
    fileId: stringOr(file['file_id'], null),
    fileUniqueId: stringOr(file['file_unique_id'], null),
    name: shownFileName(stringOr(file['file_name'], '')),
    mime: stringOr(file['mime_type'], null)?.slice(0, 255) ?? null,
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
