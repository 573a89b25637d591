import type { Chat, Message, User } from '../state/shapes.ts'
import { addChat, type World } from '../state/world.ts'
import { setBlocked } from './membership.ts'
import { startCallback } from './press-button.ts'
import { createWriter, type Writer } from './writer.ts'

/** Somebody with Telegram on the phone. */
export interface SandboxPerson extends Writer {
  user: User
  id: number
  /** Everything in his chat with the bot, in order. */
  readonly messages: Message[]
  /** What the bot wrote there: texts and captions. */
  readonly texts: string[]
  /** The bot's last one. */
  readonly lastMessage: Message | undefined
  block(): void
  unblock(): void
  /** The same person, writing in a group, which may become another chat when it migrates. */
  in(group: { chat: () => Chat }): Writer
  /** Sends a press of a button nobody ever saw, or saw long ago; the answer comes into the result. */
  forge(message: Message, data: string): { answer: { text?: string } | null }
}

export interface PersonOptions {
  name?: string
  username?: string
  /** IETF tag, as Telegram sends it. */
  language?: string
}

export function createPerson(world: World, options: PersonOptions = {}): SandboxPerson {
  const id = world.nextId() + 7_000_000
  const { name = `Person ${String(id)}`, username, language } = options
  const user: User = {
    id,
    is_bot: false,
    first_name: name,
    ...(username !== undefined && { username }),
    ...(language !== undefined && { language_code: language }),
  }
  world.users.set(id, user)
  const chat = addChat(world, {
    id,
    type: 'private',
    first_name: name,
    ...(username !== undefined && { username }),
  })
  chat.members.set(id, 'member').set(world.bot.id, 'member')

  const fromBot = () =>
    [...chat.kept.values()].map(({ message }) => message).filter(({ from }) => from === world.bot)

  const writer = createWriter(world, () => chat, user)
  return {
    ...writer,
    user,
    id,
    get messages() {
      return [...chat.kept.values()].map(({ message }) => message)
    },
    get texts() {
      return fromBot().map(({ text, caption }) => text ?? caption ?? '')
    },
    get lastMessage() {
      return fromBot().at(-1)
    },
    block: () => setBlocked(world, chat, user, true),
    unblock: () => setBlocked(world, chat, user, false),
    in: (group) => createWriter(world, group.chat, user),
    forge: (message, data) => startCallback(world, user, message, data),
  }
}
