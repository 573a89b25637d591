/** Telegram's objects as far as the stand-in looks into them; other fields are carried along. */
export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export interface Entity {
  type: string
  offset: number
  length: number
  /** Of a text_link. */
  url?: string
  /** Of a text_mention. */
  user?: Pick<User, 'id'> & Partial<User>
  /** Of a block of code. */
  language?: string
  custom_emoji_id?: string
  unix_time?: number
  date_time_format?: string
}

export interface InlineButton {
  text: string
  callback_data?: string
  url?: string
  copy_text?: { text: string }
}

export interface ReplyMarkup {
  inline_keyboard?: InlineButton[][]
  force_reply?: true
}

export interface ChatShape {
  id: number
  type: 'private' | 'supergroup'
  title?: string
  first_name?: string
  username?: string
  is_forum?: true
}

export interface Message {
  message_id: number
  from?: User
  chat: ChatShape
  date: number
  edit_date?: number
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  media_group_id?: string
  message_thread_id?: number
  is_topic_message?: true
  reply_to_message?: Message
  reply_markup?: ReplyMarkup
  [content: string]: unknown
}

/** What is shown to people; its revision tells whether they saw it as it is. */
export interface Shown {
  /** The world's revision when it last changed. */
  revision: number
}

/** A message with what only its chat knows. */
export interface Kept extends Shown {
  message: Message
  /** Reactions by user id. */
  reactions: Map<number, string[]>
  pinned: boolean
  /** The bot asked for a reply to it; the message itself does not tell. */
  forceReply?: ForceReply
}

/** A wish for a reply. */
export interface ForceReply {
  /** What the empty input field says. */
  placeholder: string
  /** Without it everybody is asked. */
  onlyUserIds?: number[]
}

export interface Topic extends Shown {
  threadId: number
  name: string
  iconCustomEmojiId: string | undefined
  iconColor: number
  closed: boolean
  deleted: boolean
}

export type AdministratorRight = 'can_manage_topics' | 'can_pin_messages' | 'can_delete_messages'

export interface Chat {
  shape: ChatShape
  nextMessageId: number
  /** By message id, in order; a deleted message is gone. */
  kept: Map<number, Kept>
  /** Ids of deleted messages, and the world's revision then. */
  gone: Map<number, number>
  topics: Map<number, Topic>
  /** Status of each member by user id. */
  members: Map<number, 'creator' | 'administrator' | 'member' | 'left' | 'kicked'>
  /** Rights the bot has not got as an administrator. */
  botLacks?: AdministratorRight[]
  /** Nobody but administrators writes in the General topic. */
  generalClosed?: boolean
  /** Set once Telegram gave the group another id. */
  migratedTo?: number
}
