import { badRequest } from '../refusal.ts'
import { commandKey, type CommandSet } from '../state/command-sets.ts'
import { chatFor, messageFor } from '../state/world.ts'
import { isRecord, textOf, type Method } from './method.ts'

const getMe: Method = ({ world }) => ({
  ...world.bot,
  ...{ can_join_groups: true, can_read_all_group_messages: true, supports_inline_queries: false },
})

const getChat: Method = ({ world, values }) => chatFor(world, values['chat_id']).shape

const getChatMember: Method = ({ world, values }) => {
  const chat = chatFor(world, values['chat_id'])
  const id = Number(values['user_id'])
  const user = id === world.bot.id ? world.bot : world.users.get(id)
  if (user === undefined) throw badRequest('user not found')
  const status = chat.members.get(id) ?? 'left'
  const rights =
    status === 'administrator' ? { can_manage_topics: true, can_pin_messages: true } : {}
  return { user, status, ...rights }
}

const getChatAdministrators: Method = ({ world, values }) => {
  const chat = chatFor(world, values['chat_id'])
  return [...chat.members]
    .filter(([, status]) => status === 'creator' || status === 'administrator')
    .map(([id, status]) => ({
      user: id === world.bot.id ? world.bot : world.users.get(id),
      status,
    }))
}

const leaveChat: Method = ({ world, values }) => {
  chatFor(world, values['chat_id']).members.set(world.bot.id, 'left')
  world.changed()
  return true
}

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
    ...(values['show_alert'] === true && { show_alert: true }),
  }
  world.changed()
  return true
}

const getFile: Method = ({ world, values }) => {
  const file = world.files.get(textOf(values['file_id']) ?? '')
  if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.size > 20_000_000) throw badRequest('file is too big')
  const { fileId, uniqueId, size } = file
  return {
    file_id: fileId,
    file_unique_id: uniqueId,
    file_size: size,
    file_path: `files/${fileId}`,
  }
}

const setMyCommands: Method = ({ world, values }) => {
  const commands = values['commands'] as CommandSet['commands']
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description === '' || description.length > 256) {
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    }
  }
  const language = textOf(values['language_code']) ?? ''
  world.commands.set(commandKey(scopeOf(values), language), { language, commands })
  world.changed()
  return true
}

const deleteMyCommands: Method = ({ world, values }) => {
  world.commands.delete(commandKey(scopeOf(values), textOf(values['language_code'])))
  world.changed()
  return true
}

const getMyCommands: Method = ({ world, values }) =>
  world.commands.get(commandKey(scopeOf(values), textOf(values['language_code'])))?.commands ?? []

function scopeOf({ scope }: Record<string, unknown>): object | undefined {
  return isRecord(scope) ? scope : undefined
}

export const chats: Record<string, Method> = {
  ...{ getMe, getChat, getChatMember, getChatAdministrators, leaveChat, setMessageReaction },
  ...{ answerCallbackQuery, getFile, setMyCommands, deleteMyCommands, getMyCommands },
  pinChatMessage: pin(true),
  unpinChatMessage: pin(false),
  sendChatAction: ({ world, values }) => {
    chatFor(world, values['chat_id'])
    return true
  },
}
