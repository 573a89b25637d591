import type { Message } from '../../../play/protocol.ts'
import { isRecord } from './attachment.ts'
import { authorOf, nameOf } from './author.ts'
import { excerptOf } from './excerpt.ts'

/** What a message says that nobody wrote; null: somebody wrote it. */
export function serviceText(message: Message): string | null {
  const author = authorOf(message)
  for (const [field, sentence] of Object.entries(sentences)) {
    const content = message[field]
    if (content !== undefined) return sentence(author, content)
  }
  return null
}

const sentences: Record<string, (author: string, content: unknown) => string> = {
  forum_topic_created: (author, content) => `${author} created the topic${named(content)}`,
  forum_topic_edited: (author, content) => `${author} changed the topic${named(content)}`,
  forum_topic_closed: (author) => `${author} closed the topic`,
  forum_topic_reopened: (author) => `${author} reopened the topic`,
  pinned_message: (author, content) =>
    `${author} pinned “${isRecord(content) ? excerptOf(content as Message) : 'a message'}”`,
  new_chat_members: (_author, content) => `${listed(content)} joined the group`,
  left_chat_member: (_author, content) => `${listed([content])} left the group`,
  migrate_to_chat_id: () => 'The group was upgraded and goes on in a new chat',
  migrate_from_chat_id: () => 'The group was upgraded: this is its new chat',
}

function named(content: unknown): string {
  const name = isRecord(content) ? content['name'] : undefined
  return typeof name === 'string' ? ` “${name}”` : ''
}

function listed(people: unknown): string {
  const known = Array.isArray(people) ? people.filter(isRecord) : []
  return known.map(nameOf).join(', ') || 'Somebody'
}
