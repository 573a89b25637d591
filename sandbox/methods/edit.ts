import { isRecord } from '../is-record.ts'
import { badRequest } from '../refusal.ts'
import { fileField } from '../state/files.ts'
import { botMay } from '../state/member.ts'
import type { Chat, Kept, Message } from '../state/shapes.ts'
import { chatFor, messageFor, removeMessages, type World } from '../state/world.ts'
import { captionFields, textFields } from './compose.ts'
import { markupField } from './markup.ts'
import { textOf, type Method, type MethodCall } from './method.ts'

/** Kinds of messages that carry a caption. */
const withCaption = ['photo', 'video', 'animation', 'audio', 'document', 'voice', 'paid_media']

/** In private chats nothing older is taken back. */
const deletableMs = 48 * 3_600_000

/** Content that an edit of the text or caption replaces. */
const edited = ['text', 'entities', 'caption', 'caption_entities', 'reply_markup'] as const

function edit(change: (call: MethodCall, message: Message) => object): Method {
  return (call) => {
    const { world, values } = call
    const kept = ownMessage(call)
    const before = kept.message
    const after: Message = {
      ...without(before, edited),
      ...change(call, before),
      ...markupField(values['reply_markup']),
    }
    if (JSON.stringify(sorted(after)) === JSON.stringify(sorted(before))) {
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      )
    }
    kept.message = { ...after, edit_date: Math.floor(world.now() / 1_000) }
    world.changed(kept)
    return kept.message
  }
}

const editMessageText = edit(({ world, values }, message) => {
  if (message.text === undefined) throw badRequest('there is no text in the message to edit')
  return textFields(world, values)
})

const editMessageCaption = edit(({ world, values }, message) => {
  const canHaveCaption = withCaption.some((kind) => kind in message)
  if (!canHaveCaption) throw badRequest('there is no caption in the message to edit')
  return captionFields(world, values)
})

const editMessageReplyMarkup = edit((_call, message) => {
  const { text, entities, caption, caption_entities: captionEntities } = message
  return {
    ...(text !== undefined && { text }),
    ...(entities !== undefined && { entities }),
    ...(caption !== undefined && { caption }),
    ...(captionEntities !== undefined && { caption_entities: captionEntities }),
  }
})

const editMessageMedia = edit(({ world, values, uploads }) => {
  const { media } = values
  const kind = isRecord(media) ? textOf(media['type']) : undefined
  if (!isRecord(media) || kind === undefined) throw badRequest('media not found')
  const name = textOf(media['media']) ?? ''
  const file = name.startsWith('attach://') ? uploads.get(name.slice(9)) : name
  if (file === undefined) throw badRequest('file must be non-empty')
  return { ...fileField(world, kind, file), ...captionFields(world, media) }
})

/** The bot may edit only what it wrote. */
function ownMessage({ world, values }: MethodCall): Kept {
  const { chat_id: chatId, message_id: messageId } = values
  if (chatId === undefined && messageId === undefined) {
    // Nobody sends messages by inline queries here, so no such message exists.
    const isInline = values['inline_message_id'] !== undefined
    throw badRequest(isInline ? 'MESSAGE_ID_INVALID' : 'message identifier is not specified')
  }
  const chat = chatFor(world, values['chat_id'])
  const kept = messageFor(chat, values['message_id'], 'message to edit not found')
  if (kept.message.from?.id !== world.bot.id) throw badRequest("message can't be edited")
  return kept
}

const deleteMessage: Method = ({ world, values }) => {
  const chat = chatFor(world, values['chat_id'])
  const { message } = messageFor(chat, values['message_id'], 'message to delete not found')
  if (chat.topics.has(message.message_id)) throw badRequest("message can't be deleted")
  const ageMs = world.now() - message.date * 1_000
  if (chat.shape.type === 'private' && ageMs > deletableMs) {
    throw badRequest("message can't be deleted for everyone")
  }
  if (message.from?.id !== world.bot.id && !mayDelete(world, chat)) {
    throw badRequest("message can't be deleted")
  }
  removeMessages(world, chat, [Number(values['message_id'])])
  return true
}

const deleteMessages: Method = ({ world, values }) => {
  const chat = chatFor(world, values['chat_id'])
  const ids = values['message_ids']
  if (!Array.isArray(ids) || ids.length === 0) {
    throw badRequest('message identifiers are not specified')
  }
  if (ids.length > 100) throw badRequest('too many message identifiers specified')
  removeMessages(world, chat, ids.map(Number))
  return true
}

/** In a private chat everything, in a group as an administrator. */
function mayDelete(world: World, chat: Chat): boolean {
  return chat.shape.type === 'private' || botMay(chat, world.bot.id, 'can_delete_messages')
}

function without(message: Message, fields: readonly string[]): Message {
  const kept = Object.entries(message).filter(([field]) => !fields.includes(field))
  return Object.fromEntries(kept) as Message
}

/** Without the time of the last edit, which an edit that changes nothing must not hide. */
function sorted({ edit_date: _date, ...message }: Message): [string, unknown][] {
  return Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1))
}

export const editing: Record<string, Method> = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageMedia,
  deleteMessage,
  deleteMessages,
}
