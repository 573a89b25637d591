import { EventEmitter } from 'node:events'

import { badRequest, refusal } from '../refusal.ts'
import type { CommandSet } from './command-sets.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'
import type { Chat, ChatShape, Kept, Message, Shown, User } from './shapes.ts'

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
  /** By scope and language (command-sets.ts). */
  commands: Map<string, CommandSet>
  /** What the bot says of itself, by field and language. */
  profile: Map<string, string>
  updates: UpdateQueue
  /** Emits `change` whenever anything a person could see is another. */
  events: EventEmitter
  /** Grows with every change. */
  revision: number
  /** What its owner chose for the bot at @BotFather. */
  ofBotFather: { mayJoinGroups: boolean; hearsAll: boolean }
  /** Milliseconds since the epoch. */
  now: () => number
  lastId: number
  nextId: () => number
  /** Tells that something a person could see is another: these, or the chats themselves. */
  changed: (...shown: Shown[]) => void
}

/** @param now the clock by which people see the time; it may be moved */
export function createWorld(token: string, now: () => number = Date.now): World {
  const events = new EventEmitter()
  events.setMaxListeners(0)
  const world: World = {
    token,
    bot: {
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: 'Sandbox desk',
      username: 'sandbox_desk_bot',
    },
    ofBotFather: { mayJoinGroups: true, hearsAll: true },
    chats: new Map(),
    users: new Map(),
    files: new Map(),
    callbacks: new Map(),
    commands: new Map(),
    profile: new Map(),
    // What waits for the bot must not be too old because somebody moved the clock.
    updates: createUpdateQueue(Date.now),
    events,
    revision: 0,
    now,
    lastId: 1_000,
    nextId: () => ++world.lastId,
    changed(...shown) {
      world.revision += 1
      for (const one of shown) one.revision = world.revision
      events.emit('change')
    },
  }
  return world
}

export function addChat(world: World, shape: ChatShape): Chat {
  const chat: Chat = {
    shape,
    nextMessageId: 1,
    kept: new Map(),
    gone: new Map(),
    topics: new Map(),
    members: new Map(),
  }
  world.chats.set(shape.id, chat)
  world.changed()
  return chat
}

/** The chat a method does something in; refuses as Telegram does when the bot cannot. */
export function chatFor(world: World, id: unknown): Chat {
  const chat = chatToRead(world, id)
  if (chat.shape.type === 'private' && chat.members.get(world.bot.id) === 'kicked') {
    throw refusal(403, 'Forbidden: bot was blocked by the user')
  }
  return chat
}

/**
 * The chat a method only looks into. What somebody wrote before he blocked the bot can still be read
 * and copied (`check_chat_access` in the server's source).
 */
export function chatToRead(world: World, id: unknown): Chat {
  if (id === undefined || id === '') throw badRequest('chat_id is empty')
  const chat = world.chats.get(Number(id))
  if (chat === undefined) throw badRequest('chat not found')
  if (chat.migratedTo !== undefined) {
    throw refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    })
  }
  const status = chat.members.get(world.bot.id)
  if (status === 'kicked' && chat.shape.type !== 'private') {
    throw refusal(403, 'Forbidden: bot was kicked from the supergroup chat')
  }
  if (status === 'left') {
    throw refusal(403, 'Forbidden: bot is not a member of the supergroup chat')
  }
  return chat
}

/** The bot or a person, by id. */
export function userFor(world: World, id: number): User {
  const user = id === world.bot.id ? world.bot : world.users.get(id)
  if (user === undefined) throw badRequest('user not found')
  return user
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
  const kept: Kept = { message, reactions: new Map(), pinned: false, revision: 0 }
  chat.kept.set(message.message_id, kept)
  world.changed(kept)
  return kept
}

/** Takes messages away for all who could read them. */
export function removeMessages(world: World, chat: Chat, ids: number[]): void {
  const found = ids.filter((id) => chat.kept.delete(id))
  world.changed()
  for (const id of found) chat.gone.set(id, world.revision)
}

/** The message a method names, or the refusal that belongs to the method. */
export function messageFor(chat: Chat, id: unknown, otherwise: string): Kept {
  const kept = chat.kept.get(Number(id))
  if (kept === undefined) throw badRequest(otherwise)
  return kept
}
