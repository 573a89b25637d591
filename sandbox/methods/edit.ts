import { badRequest } from '../refusal.ts'
import { fileField } from '../state/files.ts'
import type { Kept, Message } from '../state/shapes.ts'
import { chatFor, messageFor, removeMessages } from '../state/world.ts'
import { captionFields, markupField, textFields } from './compose.ts'
import { isRecord, textOf, type Method, type MethodCall } from './method.ts'

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

const editMessageText = edit(({ values }, message) => {
  if (message.text === undefined) throw badRequest('there is no text in the message to edit')
  return textFields(values)
})

const editMessageCaption = edit(({ values }) => captionFields(values))

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
  return { ...fileField(world, kind, file), ...captionFields(media) }
})

/** The bot may edit only what it wrote. */
function ownMessage({ world, values }: MethodCall): Kept {
  const chat = chatFor(world, values['chat_id'])
  const kept = messageFor(chat, values['message_id'], 'message to edit not found')
  if (kept.message.from?.id !== world.bot.id) throw badRequest("message can't be edited")
  return kept
}

const deleteMessage: Method = ({ world, values }) => {
  const chat = chatFor(world, values['chat_id'])
  messageFor(chat, values['message_id'], 'message to delete not found')
  removeMessages(world, chat, [Number(values['message_id'])])
  return true
}

const deleteMessages: Method = ({ world, values }) => {
  const chat = chatFor(world, values['chat_id'])
  const ids = values['message_ids']
  removeMessages(world, chat, Array.isArray(ids) ? ids.map(Number) : [])
  return true
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
  ...{ editMessageText, editMessageCaption, editMessageReplyMarkup, editMessageMedia },
  ...{ deleteMessage, deleteMessages },
}
