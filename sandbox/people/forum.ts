import { removeTopic } from '../methods/topics.ts'
import type { AdministratorRight, Chat, Kept, Message, Topic } from '../state/shapes.ts'
import { addChat, addMessage, type World } from '../state/world.ts'
import { limitBot, setMember } from './membership.ts'
import type { SandboxPerson } from './person.ts'
import { setTopicClosed } from './topic-by-hand.ts'

/** A topic as its readers see it. */
export interface SandboxTopic {
  threadId: number
  readonly name: string
  readonly closed: boolean
  /** Custom emoji id. */
  readonly icon: string | undefined
  /** Without the service message that began it. */
  readonly messages: Message[]
  readonly texts: string[]
  /** The bot's reaction to a message. */
  reaction(message: Message): string | undefined
  readonly pinned: Message[]
}

/** A supergroup with topics in which the bot is an administrator. */
export interface SandboxForum {
  /** Another one after a migration. */
  readonly id: number
  chat: () => Chat
  topics(): SandboxTopic[]
  /** The newest whose name begins so. */
  topic(name: string): SandboxTopic | undefined
  /** What stands in General. */
  readonly general: Message[]
  addMember(person: SandboxPerson, status?: 'member' | 'administrator' | 'creator'): void
  removeMember(person: SandboxPerson): void
  /** An administrator gives the bot just these rights less than all; Telegram tells the bot. */
  limitBot(lacks: AdministratorRight[], by: SandboxPerson): void
  /** Topics are switched on or off in the group's settings, of which Telegram tells nobody. */
  switchTopics(on: boolean): void
  /** By hand, as an administrator does it. */
  deleteTopic(topic: SandboxTopic): void
  closeTopic(topic: SandboxTopic, by: SandboxPerson): void
  reopenTopic(topic: SandboxTopic, by: SandboxPerson): void
  /** Telegram gives the group another id; its topics stay behind. */
  migrate(): void
}

export function createForum(world: World, title = 'Support'): SandboxForum {
  let chat = newForum(world, title)

  const topics = () =>
    [...chat.topics.values()]
      .filter(({ deleted }) => !deleted)
      .map((topic) => viewOf(() => chat, topic))

  return {
    get id() {
      return chat.shape.id
    },
    chat: () => chat,
    topics,
    topic: (name) => topics().findLast((topic) => topic.name.startsWith(name)),
    get general() {
      const all = [...chat.kept.values()].map(({ message }) => message)
      return all.filter(({ message_thread_id: threadId }) => threadId === undefined)
    },
    addMember: ({ user }, status = 'member') => setMember(world, chat, user, status),
    removeMember: ({ user }) => setMember(world, chat, user, 'left'),
    limitBot: (lacks, { user: by }) => limitBot(world, chat, lacks, by),
    switchTopics(on) {
      if (on) chat.shape.is_forum = true
      else delete chat.shape.is_forum
      world.changed()
    },
    deleteTopic({ threadId }) {
      const topic = chat.topics.get(threadId)
      if (topic !== undefined) removeTopic(world, chat, topic)
    },
    closeTopic: ({ threadId }, { user: by }) =>
      setTopicClosed(world, chat, { threadId, closed: true, by }),
    reopenTopic: ({ threadId }, { user: by }) =>
      setTopicClosed(world, chat, { threadId, closed: false, by }),
    migrate() {
      const old = chat
      chat = newForum(world, title)
      for (const [id, status] of old.members) chat.members.set(id, status)
      old.migratedTo = chat.shape.id
      const to = addMessage(world, old, world.bot, { migrate_to_chat_id: chat.shape.id })
      const from = addMessage(world, chat, world.bot, { migrate_from_chat_id: old.shape.id })
      world.updates.push({ message: to.message })
      world.updates.push({ message: from.message })
    },
  }
}

function newForum(world: World, title: string): Chat {
  const id = -1_000_000_000_000 - world.nextId()
  const chat = addChat(world, { id, type: 'supergroup', title, is_forum: true })
  chat.members.set(world.bot.id, 'administrator')
  // The first message tells that the group was made; 1 is also what General is called.
  chat.nextMessageId = 2
  return chat
}

function viewOf(chat: () => Chat, topic: Topic): SandboxTopic {
  const kept = (): Kept[] =>
    [...chat().kept.values()].filter(
      ({ message }) =>
        message.message_thread_id === topic.threadId && message.message_id !== topic.threadId,
    )
  return {
    threadId: topic.threadId,
    get name() {
      return topic.name
    },
    get closed() {
      return topic.closed
    },
    get icon() {
      return topic.iconCustomEmojiId
    },
    get messages() {
      return kept().map(({ message }) => message)
    },
    get texts() {
      return kept().map(({ message }) => message.text ?? message.caption ?? '')
    },
    reaction: ({ message_id: id }) =>
      [...(chat().kept.get(id)?.reactions.values() ?? [])].flat().at(-1),
    get pinned() {
      return kept()
        .filter(({ pinned }) => pinned)
        .map(({ message }) => message)
    },
  }
}
