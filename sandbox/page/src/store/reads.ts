import type { MessageView } from '../../../play/protocol.ts'
import type { SandboxState } from './chats.ts'

/** Who has read what. Immutable. */
export interface Reads {
  /** The stand-in's start they belong to. */
  epoch: string
  /** The newest message of each chat when the page came: all that stood there counts as read. */
  found: ReadonlyMap<number, number>
  /** The newest message read, by viewer, chat and topic. */
  upTo: ReadonlyMap<string, number>
}

/** A chat as somebody looks at it. */
export interface Viewed {
  viewerId: number
  chatId: number
  topicId: number
}

/** The reads to go on with: these, or new ones for a stand-in that was started anew. */
export function readsFor(before: Reads | null, { epoch, chats }: SandboxState): Reads {
  if (before?.epoch === epoch) return before
  const newest = [...chats].map(([id, { messages }]) => [id, [...messages.keys()].at(-1) ?? 0])
  return { epoch, found: new Map(newest as [number, number][]), upTo: new Map() }
}

/** The newest message that somebody has read in a chat. */
export function readUpTo({ found, upTo }: Reads, viewed: Viewed): number {
  return upTo.get(keyOf(viewed)) ?? found.get(viewed.chatId) ?? 0
}

/** After somebody read a chat up to a message; the same object if that was known. */
export function noteRead(reads: Reads, viewed: Viewed, messageId: number): Reads {
  if (readUpTo(reads, viewed) >= messageId) return reads
  return { ...reads, upTo: new Map(reads.upTo).set(keyOf(viewed), messageId) }
}

/** How many messages somebody has not read in a chat. */
export function unreadIn(reads: Reads, viewed: Viewed, messages: readonly MessageView[]): number {
  return countAfter(messages, viewed.viewerId, readUpTo(reads, viewed))
}

/** How many messages of others came after one. */
export function countAfter(
  messages: readonly MessageView[],
  viewerId: number,
  messageId: number,
): number {
  let count = 0
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index]
    if (message === undefined || message.message_id <= messageId) break
    const isTold = message.from?.id !== viewerId && message.forum_topic_created === undefined
    if (isTold) count += 1
  }
  return count
}

function keyOf({ viewerId, chatId, topicId }: Viewed): string {
  return `${viewerId}:${chatId}:${topicId}`
}
