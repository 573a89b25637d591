import type { MessagePlace } from '../../domain/message.ts'

// How places of messages are written down: statements about tickets name them by these alone.

/** A condition on a row of message_copy: it is this place. Takes two parameters, `placeParams`. */
export function isAt(row: string, firstParam: number): string {
  const [chat, message] = [firstParam, firstParam + 1].map((one) => `$${String(one)}`)
  return `${row}.chat_id = ${chat} and ${row}.telegram_message_id = ${message}`
}

/** @param place null: a place where nothing stands */
export function placeParams(place: MessagePlace | null): [number | null, number | null] {
  return [place?.chatId ?? null, place?.messageId ?? null]
}

/**
 * A condition on rows of message_copy taken together: the newest of them in the place's chat stands
 * below the place; none does below a place that is null. Ids grow as messages come to stand in a chat.
 */
export function isNewestBelow(row: string, firstParam: number): string {
  const [chat, message] = [firstParam, firstParam + 1].map((one) => `$${String(one)}`)
  return `coalesce(max(${row}.telegram_message_id) filter (where ${row}.chat_id = ${chat}::bigint), 0)
    > coalesce(${message}::bigint, 0)`
}

/** An expression that orders rows of message_copy as they came to stand in their chat. */
export function orderOf(row: string): string {
  return `${row}.telegram_message_id`
}

/** Of the places of one message the one that came first. */
export function firstOf(places: MessagePlace[]): MessagePlace | null {
  return [...places].sort((one, other) => one.messageId - other.messageId)[0] ?? null
}

/**
 * Writes down the places where a message was written, each with what it says there. Those that are
 * there already stay.
 *
 * @param at.message the id of the message, an expression
 * @param at.from a table that the expression needs
 * @param at.params numbers of the parameters: chats and messages (`placesParams`), texts, entities
 */
export function insertSources(at: {
  message: string
  from?: string
  params: { chats: number; messages: number; texts: number; entities: number }
}): string {
  const { message, from, params } = at
  const arrays = [
    `$${String(params.chats)}::bigint[]`,
    `$${String(params.messages)}::int[]`,
    `$${String(params.texts)}::text[]`,
    `$${String(params.entities)}::jsonb[]`,
  ]
  return `insert into message_copy (chat_id, telegram_message_id, message_id, source, text, entities)
    select p.chat_id, p.message_id, ${message}, true, p.text, p.entities
    from unnest(${arrays.join(', ')}) as p(chat_id, message_id, text, entities)
      ${from === undefined ? '' : `, ${from}`}
    on conflict do nothing`
}

export function placesParams(places: MessagePlace[]): { chats: number[]; messages: number[] } {
  return {
    chats: places.map(({ chatId }) => chatId),
    messages: places.map(({ messageId }) => messageId),
  }
}

/** Where a message was written, as JSON: MessagePlace[]. @param message its id, an expression */
export function sourcesOf(message: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('chatId', c.chat_id,
      'messageId', c.telegram_message_id) order by c.telegram_message_id)
      from message_copy c where c.message_id = ${message} and c.source), '[]')`
}

/** A condition on JSON of a WrittenMessage: it, or an item of it, stands there. */
export function holdsPlace(json: string, firstParam: number): string {
  const [chat, message] = [firstParam, firstParam + 1].map((one) => `$${String(one)}::bigint`)
  return `${json}->'places' @> jsonb_build_array(
    jsonb_build_object('chatId', ${chat}, 'messageId', ${message}))`
}
