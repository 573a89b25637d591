import { EventEmitter } from 'node:events'

import { badRequest, refusal } from '../refusal.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'
import type { Chat, ChatShape, Kept, Message, User } from './shapes.ts'

export interface StoredFile {
  fileId: string
  uniqueId: string
  bytes: Buffer | null
  name: string | undefined
  mime: string | undefined
  size: number
  /** Field of a message it came in: photo, document ... */
  kind: string
}

export interface Callback {
  id: string
  fromId: number
  answer: { text?: string; show_alert?: boolean } | null
  sentAt: number
}

/** Everything the stand-in knows. */
export interface World {
  token: string
  bot: User
  chats: Map<number, Chat>
  users: Map<number, User>
  files: Map<string, StoredFile>
  callbacks: Map<string, Callback>
  commands: Map<string, unknown>
  updates: UpdateQueue
  /** Emits `change` whenever anything a person could see is another. */
  events: EventEmitter
  /** Milliseconds since the epoch. */
  now: () => number
  nextId: () => number
  changed: () => void
}

export function createWorld(token: string): World {
  const events = new EventEmitter()
  events.setMaxListeners(0)
  let lastId = 1_000
  const now = () => Date.now()
  return {
    token,
    bot: {
      ...{ id: Number(token.split(':')[0]), is_bot: true },
      ...{ first_name: 'Sandbox desk', username: 'sandbox_desk_bot' },
    },
    chats: new Map(),
    users: new Map(),
    files: new Map(),
    callbacks: new Map(),
    commands: new Map(),
    updates: createUpdateQueue(now),
    events,
    now,
    nextId: () => ++lastId,
    changed: () => events.emit('change'),
  }
}

export function addChat(world: World, shape: ChatShape): Chat {
  const chat: Chat = {
    ...{ shape, nextMessageId: 1, kept: new Map(), topics: new Map(), members: new Map() },
  }
  world.chats.set(shape.id, chat)
  return chat
}

/** The chat a method names; refuses as Telegram does when the bot cannot use it. */
export function chatFor(world: World, id: unknown): Chat {
  const chat = world.chats.get(Number(id))
  if (chat === undefined) throw badRequest('chat not found')
  if (chat.migratedTo !== undefined) {
    throw refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    })
  }
  const status = chat.members.get(world.bot.id)
  if (status === 'kicked') {
    throw chat.shape.type === 'private'
      ? refusal(403, 'Forbidden: bot was blocked by the user')
      : refusal(403, 'Forbidden: bot was kicked from the supergroup chat')
  }
  if (status === 'left') {
    throw refusal(403, 'Forbidden: bot is not a member of the supergroup chat')
  }
  return chat
}

/** Adds a message with the next id of its chat. */
export function addMessage(world: World, chat: Chat, from: User, content: object): Kept {
  const message: Message = {
    message_id: chat.nextMessageId++,
    from,
    chat: chat.shape,
    date: Math.floor(world.now() / 1_000),
    ...content,
  }
  const kept: Kept = { message, reactions: new Map(), pinned: false }
  chat.kept.set(message.message_id, kept)
  world.changed()
  return kept
}

/** The message a method names, or the refusal that belongs to the method. */
export function messageFor(chat: Chat, id: unknown, otherwise: string): Kept {
  const kept = chat.kept.get(Number(id))
  if (kept === undefined) throw badRequest(otherwise)
  return kept
}
