import { isRecord } from '../is-record.ts'
import { badRequest } from '../refusal.ts'
import { botMay } from '../state/member.ts'
import { chatFor, messageFor } from '../state/world.ts'
import { isTrue, textOf, type Method } from './method.ts'

const setMessageReaction: Method = ({ world, values }) => {
  const chat = chatFor(world, values['chat_id'])
  const kept = messageFor(chat, values['message_id'], 'message to react not found')
  const given = Array.isArray(values['reaction']) ? values['reaction'].filter(isRecord) : []
  if (given.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  const emoji = given.map((one) => textOf(one['emoji']) ?? '')
  kept.reactions.set(world.bot.id, emoji)
  world.changed(kept)
  return true
}

function pin(pinned: boolean): Method {
  return ({ world, values }) => {
    const chat = chatFor(world, values['chat_id'])
    const kept = messageFor(chat, values['message_id'], 'message to pin not found')
    const mayPin = chat.shape.type === 'private' || botMay(chat, world.bot.id, 'can_pin_messages')
    if (!mayPin) throw badRequest('not enough rights to manage pinned messages in the chat')
    kept.pinned = pinned
    world.changed(kept)
    return true
  }
}

const answerCallbackQuery: Method = ({ world, values }) => {
  const callback = world.callbacks.get(textOf(values['callback_query_id']) ?? '')
  const text = textOf(values['text'])
  if (text !== undefined && text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
  const isOver = callback === undefined || world.now() - callback.sentAt > 150_000
  if (isOver) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  callback.answer = {
    ...(text !== undefined && { text }),
    ...(isTrue(values['show_alert']) && { show_alert: true }),
  }
  world.changed()
  return true
}

const getFile: Method = ({ world, values }) => {
  const file = world.files.get(textOf(values['file_id']) ?? '')
  if (file === undefined) throw badRequest('invalid file_id')
  if (file.size > 20_000_000) throw badRequest('file is too big')
  const { fileId, uniqueId, size } = file
  return {
    file_id: fileId,
    file_unique_id: uniqueId,
    file_size: size,
    file_path: `files/${fileId}`,
  }
}

export const chats: Record<string, Method> = {
  setMessageReaction,
  answerCallbackQuery,
  getFile,
  pinChatMessage: pin(true),
  unpinChatMessage: pin(false),
  sendChatAction: ({ world, values }) => {
    chatFor(world, values['chat_id'])
    return true
  },
}
