import type { Channel } from './people.ts'

/** A span of formatting in UTF-16 units, as Telegram's MessageEntity; unknown kinds are carried along. */
export interface Entity {
  type: string
  offset: number
  length: number
  [field: string]: unknown
}

/** A text with its formatting. */
export interface FormattedText {
  text: string
  entities: Entity[]
}

/** Kinds that are a file with an id under which it can be sent again. */
export const fileKinds = [
  'animation', // before document, which an animation carries too
  'photo',
  'video',
  'audio',
  'voice',
  'video_note',
  'document',
  'sticker',
] as const

export type FileKind = (typeof fileKinds)[number]

/** Kinds the desk cannot make itself: they arrive by copying, if Telegram copies them. */
export const sharedKinds = [
  'live_photo', // before photo, which a live photo carries too
  'paid_media',
  'story',
  'checklist',
  'contact',
  'dice',
  'game',
  'poll',
  'venue', // before location, which a venue carries too
  'location',
  'giveaway',
  'giveaway_winners',
  'invoice',
] as const

export type SharedKind = (typeof sharedKinds)[number]

/** `other` is newer than the desk, or nothing that Telegram tells a bot of. */
export type AttachmentKind = FileKind | SharedKind | 'other'

/** What came with a message: known to Telegram by an id, held by us, both, or only copied. */
export interface Attachment {
  kind: AttachmentKind
  /** Telegram's file id; null where it has none: kinds that are only copied (location, poll ...). */
  fileId: string | null
  fileUniqueId: string | null
  /** The content address of a file that we hold: SHA-256 in hexadecimal digits. */
  sha256?: string
  /** Of a file its name, of another kind what it says in words, as far as the desk can read it. */
  name: string | null
  mime: string | null
  sizeBytes: number | null
}

/** By which channel a message came in. */
export interface Origin {
  channel: Channel
  /** What the message is called there; null of Telegram, which knows it by its places. */
  ref: string | null
}

export const fromTelegram: Origin = { channel: 'telegram', ref: null }

/** Where a message stands in Telegram. */
export interface MessagePlace {
  chatId: number
  messageId: number
}

export function isSamePlace(one: MessagePlace, other: MessagePlace): boolean {
  return one.chatId === other.chatId && one.messageId === other.messageId
}

/** A name for what happens once at a place. */
export function placeKey({ chatId, messageId }: MessagePlace): string {
  return `${String(chatId)}:${String(messageId)}`
}

/** What somebody wrote: one message, or the items of one album, in order. */
export interface WrittenMessage extends FormattedText {
  attachments: Attachment[]
  /** One place per Telegram message: several for an album, none for what came by another channel. */
  places: MessagePlace[]
  /** Absent: Telegram. */
  origin?: Origin
  /** What was written at each place, as long as that is more than one. */
  pieces?: FormattedText[]
  /** The Telegram message this one replies to. */
  replyTo: MessagePlace | null
  /** The words of it that this one answers. */
  quote?: string
  /** Somebody else wrote it: shown with its author where it is relayed. */
  forwarded?: true
  sentAt: Date
}

/** A note is for agents alone; everything else both sides read. */
export type MessageKind = 'public' | 'note'

export type MessageAuthor = 'client' | 'agent'

export type MessagePurpose =
  | 'description'
  | 'message'
  /** A message whose author never said which ticket it belongs to. */
  | 'unsorted'
  | 'answer'
  | 'rejection'
  | 'reopening'
  | 'reply'
  | 'question'
  | 'solution'
  /** Why a ticket waits, is closed or open again. */
  | 'reason'
  | 'note'
