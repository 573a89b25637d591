import { pressButton, type CallbackAnswer } from './press-button.ts'
import { fileContent, type FileKind, type PickedFile } from './file-kinds.ts'
import type { Chat, Entity, Message, User } from '../state/shapes.ts'
import { addMessage, type World } from '../state/world.ts'
import { withoutReply } from '../methods/reply.ts'

/** Where and how a message is put into a chat. */
export interface Placing {
  /** A forum's topic; without it: General. */
  topic?: { threadId: number }
  replyTo?: Message
  /** Part of the replied message. */
  quote?: string
  entities?: Entity[]
  /** The person it was forwarded from. */
  forwardedFrom?: User
  /** The album it belongs to, by its `media_group_id`: an item that comes later than the others. */
  album?: string
}

export type FileOptions = Omit<PickedFile, 'kind'> & Placing

/** A person in one chat: everything he does becomes an update for the bot. */
export interface Writer {
  write(text: string, placing?: Placing): Message
  send(kind: FileKind, options?: FileOptions): Message
  /** Several files as one album: one update each. */
  album(files: readonly PickedFile[], placing?: Placing): Message[]
  location(latitude: number, longitude: number, placing?: Placing): Message
  /** Anything else Telegram knows, by its field: a contact, a venue, a poll, dice, a story ... */
  share(content: Record<string, unknown>, placing?: Placing): Message
  edit(message: Message, text: string): Message
  /**
   * Presses the newest button with a label, before which an emoji may stand, and waits for the
   * bot's answer to it.
   *
   * @throws after `timeoutMs` (10 s) without such a button or without an answer
   */
  press(
    label: string,
    options?: { topic?: { threadId: number }; timeoutMs?: number },
  ): Promise<CallbackAnswer>
  /** Null takes the reaction back. */
  react(message: Message, emoji: string | null): void
}

export function createWriter(world: World, chatNow: () => Chat, user: User): Writer {
  const push = (kind: string, content: object) => world.updates.push({ [kind]: content })

  function add(content: object, placing: Placing = {}): Message {
    const chat = chatNow()
    const { message } = addMessage(world, chat, user, { ...content, ...placed(chat, placing) })
    push('message', message)
    return message
  }

  return {
    write: (text, placing) => add({ text, ...withCommand(text, placing?.entities) }, placing),
    send: (kind, options = {}) => add(fileContent(world, { kind, ...options }), options),
    album(files, placing) {
      const group = { media_group_id: String(world.nextId()) }
      return files.map((file) => add({ ...fileContent(world, file), ...group }, placing))
    },
    location: (latitude, longitude, placing) => add({ location: { latitude, longitude } }, placing),
    share: (content, placing) => add(content, placing),
    edit(message, text) {
      const kept = chatNow().kept.get(message.message_id)
      if (kept === undefined) throw new Error('The message to edit is not in the chat.')
      const field = message.text === undefined ? 'caption' : 'text'
      const { entities: _entities, ...rest } = kept.message
      kept.message = { ...rest, [field]: text, edit_date: Math.floor(world.now() / 1_000) }
      push('edited_message', kept.message)
      world.changed(kept)
      return kept.message
    },
    press: (label, options) => pressButton(world, chatNow, user, label, options),
    react(message, emoji) {
      const kept = chatNow().kept.get(message.message_id)
      if (kept === undefined) throw new Error('The message to react to is not in the chat.')
      const shown = (list: readonly string[]) => list.map((one) => ({ type: 'emoji', emoji: one }))
      const before = kept.reactions.get(user.id) ?? []
      const after = emoji === null ? [] : [emoji]
      kept.reactions.set(user.id, after)
      push('message_reaction', {
        chat: chatNow().shape,
        message_id: message.message_id,
        user,
        date: Math.floor(world.now() / 1_000),
        old_reaction: shown(before),
        new_reaction: shown(after),
      })
      world.changed(kept)
    },
  }
}

function placed(chat: Chat, { topic, replyTo, quote, forwardedFrom, album }: Placing): object {
  // A message in a topic that replies to nothing "replies" to the topic's first service message.
  const start = topic && chat.kept.get(topic.threadId)?.message
  const reply = replyTo ?? start
  return {
    ...(topic !== undefined && { message_thread_id: topic.threadId, is_topic_message: true }),
    ...(reply !== undefined && { reply_to_message: withoutReply(reply) }),
    ...(album !== undefined && { media_group_id: album }),
    ...(quote !== undefined && { quote: { text: quote, position: 0, is_manual: true } }),
    ...(forwardedFrom !== undefined && {
      forward_origin: { type: 'user', sender_user: forwardedFrom, date: 1_700_000_000 },
    }),
  }
}

/** Telegram's apps mark a command at the beginning. */
function withCommand(text: string, entities: Entity[] = []): { entities?: Entity[] } {
  const [command] = /^\/\w+(@\w+)?/.exec(text) ?? []
  const marked =
    command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }]
  const all = [...marked, ...entities]
  return all.length === 0 ? {} : { entities: all }
}
