import { isRecord } from '../is-record.ts'
import type { Chat, Entity, ForceReply, Message } from '../state/shapes.ts'
import type { World } from '../state/world.ts'
import { textOf } from './method.ts'

/**
 * Who is asked for a reply to a message, if anybody is. A selective request reaches those whom the
 * text mentions and the author of the message it answers, so without both it reaches nobody
 * (https://core.telegram.org/bots/api#forcereply).
 */
export function forcedReply(
  { users }: World,
  chat: Chat,
  { message, markup }: { message: Message; markup: unknown },
): ForceReply | null {
  if (!isRecord(markup) || markup['force_reply'] !== true) return null
  const placeholder = textOf(markup['input_field_placeholder']) ?? ''
  if (markup['selective'] !== true) return { placeholder }
  const { text = '', entities = [], reply_to_message: answered } = message
  const named = entities.flatMap((entity) => mentioned(entity, text))
  const onlyUserIds = [...users.values()]
    .filter(({ id, username }) => named.includes(id) || named.includes(`@${String(username)}`))
    .map(({ id }) => id)
  const author = answered?.chat.id === chat.shape.id ? answered.from?.id : undefined
  return { placeholder, onlyUserIds: author === undefined ? onlyUserIds : [...onlyUserIds, author] }
}

/** An id, or a name with its @. */
function mentioned({ type, offset, length, user }: Entity, text: string): (number | string)[] {
  if (type === 'mention') return [text.slice(offset, offset + length)]
  return type === 'text_mention' && user !== undefined ? [user.id] : []
}
