import type { ChatShape, ForceReply, Message, User } from '../state/shapes.ts'

// What the page and the stand-in tell each other. Only types, for both sides.
export type { Entity, InlineButton, Message, User } from '../state/shapes.ts'

/** All that changed since a revision; since revision 0: everything. */
export interface View {
  /** Another one when the stand-in was started anew: what the page knows is then worth nothing. */
  epoch: string
  revision: number
  /** Milliseconds since the epoch, by the stand-in's clock, which can be moved. */
  now: number
  bot: User
  /** Always complete. */
  people: PersonView[]
  /** Always complete; topics and messages only as far as they changed. */
  chats: ChatView[]
  faults: FaultView[]
  /** Whether the bot's clock can be moved from the page. */
  canMoveClock: boolean
}

export interface PersonView extends User {
  /** His private chat with the bot. */
  chatId: number
  blockedBot: boolean
}

export interface ChatView extends ChatShape {
  /** Members but the bot, by user id. */
  members: Record<number, MemberStatus>
  topics: TopicView[]
  messages: MessageView[]
  /** Ids of messages that are no more. */
  gone: number[]
  /** What the menu beside the input field offers, by language ('' for any other). */
  commands: Record<string, CommandView[]>
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

export interface TopicView {
  threadId: number
  name: string
  /** An emoji, or empty. */
  icon: string
  closed: boolean
  deleted: boolean
}

export interface MessageView extends Message {
  reactions: { userId: number; emoji: string }[]
  pinned: boolean
  /** The bot wants a reply to this message; the words stand in the empty input field. */
  forceReply?: ForceReply
}

export interface CommandView {
  command: string
  description: string
}

export interface FaultView {
  id: number
  /** Empty: any. */
  method: string
  /** Null: any. */
  chatId: number | null
  kind: FaultKind
  /** How many calls it will still meet. */
  left: number
}

export type FaultKind = '429' | '403' | '500' | 'timeout'

/** One line of the drawer: an update the bot was sent, or a call it made. */
export interface JournalLine {
  seq: number
  at: number
  chatId: number | null
  kind: 'update' | 'call'
  /** Kind of the update, or the method. */
  name: string
  content: unknown
  /** What was answered to a call. */
  response?: unknown
}

/** Where somebody acts: which person, in which chat, in a forum also in which topic. */
export interface Place {
  userId: number
  chatId: number
  topicId?: number | undefined
}

/**
 * Bodies of `POST /play/<action>` and what is answered; all of them carry the header `x-play`.
 * Files go to `POST /play/files` as a form: the fields of a place, `replyTo`, `caption`, `asFiles`
 * ("true": as documents) and the files,
 * each in a field of another name; the answer is `{ messageIds }`.
 */
export interface Actions {
  message: {
    body: Place & { text: string; replyTo?: number | undefined; quote?: string | undefined }
    answer: { messageId: number }
  }
  edit: { body: Place & { messageId: number; text: string }; answer: Record<string, never> }
  /** Waits for the bot's answer, 10 s at most. */
  press: {
    body: Place & { messageId: number; data: string }
    answer: { text: string; alert: boolean; answered: boolean }
  }
  /** An empty emoji takes the reaction back. */
  reaction: {
    body: Place & { messageId: number; emoji: string }
    answer: Record<string, never>
  }
  block: { body: { userId: number; blocked: boolean }; answer: Record<string, never> }
  person: {
    body: { name: string; language: string; username?: string | undefined }
    answer: { userId: number }
  }
  member: {
    body: { userId: number; chatId: number; status: 'administrator' | 'member' | 'left' }
    answer: Record<string, never>
  }
  topic: {
    body: { userId: number; chatId: number; topicId: number; action: 'close' | 'reopen' | 'delete' }
    answer: Record<string, never>
  }
  fault: {
    body: { kind: FaultKind; method: string; chatId: number | null; times: number }
    answer: Record<string, never>
  }
  'clear-faults': { body: Record<string, never>; answer: Record<string, never> }
  /** When the bot's next timer is due, if it has any. */
  deadline: { body: Record<string, never>; answer: { at: number | null } }
  /** Lets time pass, deadline after deadline; `deadline`: up to the next one. */
  clock: { body: { by: number } | { to: 'deadline' }; answer: { now: number } }
}

export type Action = keyof Actions

/** Of any action that was refused: one sentence that says what to do. */
export interface Refused {
  error: string
}
