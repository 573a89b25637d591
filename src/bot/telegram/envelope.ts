import { packLane, type Lane, type LaneKey } from '../../services/intake/lane.ts'

/** What intake reads of an update before it is stored. */
export type Envelope =
  | { ok: true; updateId: number; lane: LaneKey }
  | { ok: false; reason: 'not_an_object' | 'bad_update_id' }

type Fields = Record<string, unknown>

/** Kinds that carry a message of their own. */
const messageKinds = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_message',
  'edited_business_message',
  'guest_message',
]

/** Kinds handled in the lane of the topic they happened in. */
const topicKinds = new Set(['message', 'edited_message', 'callback_query'])

/**
 * Reads an update's id and the lane in which it waits its turn. Takes any JSON.
 */
export function readEnvelope(update: unknown): Envelope {
  if (!isFields(update)) return { ok: false, reason: 'not_an_object' }
  const { update_id: updateId } = update
  if (!isId(updateId)) return { ok: false, reason: 'bad_update_id' }
  return { ok: true, updateId, lane: packLane(laneOf(update)) }
}

function laneOf(update: Fields): Lane {
  const kinds = Object.keys(update).filter((key) => isFields(update[key]))
  // An update has one kind; should it have several, the same one decides on each delivery.
  const kind = kinds.find((key) => messageKinds.includes(key)) ?? kinds.sort()[0]
  const content = kind === undefined ? undefined : update[kind]
  if (kind === undefined || !isFields(content)) return { kind: 'misc' }

  const message = kind === 'callback_query' ? content['message'] : content
  const chat = isFields(message) ? message['chat'] : undefined
  const user = personOf(content)
  if (!isFields(message) || !isFields(chat) || !isId(chat['id'])) {
    return user === null ? { kind: 'misc' } : { kind: 'user', userId: user }
  }
  const chatId = chat['id']
  if (chat['type'] === 'private' || (chat['type'] === undefined && chatId > 0)) {
    return { kind: 'user', userId: chatId }
  }
  if (!topicKinds.has(kind)) return { kind: 'chat', chatId }
  // Outside of a topic `message_thread_id` only names a thread of replies.
  const inTopic = message['is_topic_message'] === true && isId(message['message_thread_id'])
  const threadId = inTopic ? Number(message['message_thread_id']) : 0
  return { kind: 'topic', chatId, threadId }
}

function personOf(content: Fields): number | null {
  for (const key of ['from', 'user']) {
    const person = content[key]
    if (isFields(person) && isId(person['id'])) return person['id']
  }
  return null
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
