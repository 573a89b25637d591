import type { Faults } from '../faults.ts'
import type { Chat, Kept, Topic } from '../state/shapes.ts'
import type { World } from '../state/world.ts'
import { commandsByLanguage } from './commands.ts'
import { faultView } from './play-faults.ts'
import type { ChatView, MessageView, PersonView, TopicView, View } from './protocol.ts'

export interface ViewSource {
  world: World
  faults: Faults
  /** Made anew with each start. */
  epoch: string
  canMoveClock: boolean
}

/**
 * What a page needs to show the world as it is.
 *
 * @param revision what the page knows already; 0: nothing
 */
export function viewSince(
  { world, faults, epoch, canMoveClock }: ViewSource,
  revision: number,
): View {
  return {
    epoch,
    revision: world.revision,
    now: world.now(),
    bot: world.bot,
    people: [...world.users.values()].map((user) => personView(world, user.id)).filter(isThere),
    chats: [...world.chats.values()].map((chat) => chatView(world, chat, revision)),
    faults: faults.waiting().map(faultView),
    canMoveClock,
  }
}

/** A private chat has the id of its person. */
function personView(world: World, id: number): PersonView | undefined {
  const user = world.users.get(id)
  const chat = world.chats.get(id)
  if (user === undefined || chat === undefined) return undefined
  return { ...user, chatId: id, blockedBot: chat.members.get(world.bot.id) === 'kicked' }
}

function chatView(world: World, chat: Chat, revision: number): ChatView {
  const isNew = (shown: { revision: number }) => shown.revision > revision
  const members = [...chat.members].filter(([id]) => id !== world.bot.id)
  return {
    ...chat.shape,
    members: Object.fromEntries(members),
    topics: [...chat.topics.values()].filter(isNew).map(topicView),
    messages: [...chat.kept.values()].filter(isNew).map(messageView),
    gone: [...chat.gone].filter(([, at]) => at > revision).map(([id]) => id),
    commands: commandsByLanguage(world, chat.shape),
  }
}

function topicView({ threadId, name, iconCustomEmojiId, closed, deleted }: Topic): TopicView {
  // The stand-in's icons have the emoji in their ids.
  const icon = iconCustomEmojiId?.replace(/^emoji-/, '') ?? ''
  return { threadId, name, closed, deleted, icon }
}

function messageView({ message, reactions, pinned, forceReply }: Kept): MessageView {
  const given = [...reactions].flatMap(([userId, list]) => list.map((emoji) => ({ userId, emoji })))
  return { ...message, reactions: given, pinned, ...(forceReply && { forceReply }) }
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}
