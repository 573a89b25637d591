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

export type AttachmentKind =
  | 'photo'
  | 'video'
  | 'animation'
  | 'audio'
  | 'voice'
  | 'video_note'
  | 'document'
  | 'sticker'
  | 'other'

export interface Attachment {
  kind: AttachmentKind
  /** Telegram's file id; null for kinds that are only copied (location, contact, poll ...). */
  fileId: string | null
  fileUniqueId: string | null
  name: string | null
  mime: string | null
  sizeBytes: number | null
}

/** Where a message was written in Telegram. */
export interface MessagePlace {
  chatId: number
  messageId: number
}

/** What somebody wrote: one message, or the items of one album, in order. */
export interface WrittenMessage extends FormattedText {
  attachments: Attachment[]
  /** One place per Telegram message: several for an album. */
  places: MessagePlace[]
  /** The Telegram message this one replies to. */
  replyTo: MessagePlace | null
  /** The words of it that this one answers. */
  quote?: string
  /** Somebody else wrote it: shown with its author where it is relayed. */
  forwarded?: true
  sentAt: Date
}

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
