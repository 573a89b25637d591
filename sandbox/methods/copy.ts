import { badRequest } from '../refusal.ts'
import type { Chat, Message } from '../state/shapes.ts'
import { captionFields, commonFields, sendAs, targetOf } from './compose.ts'
import { isTrue, type Method, type MethodCall } from './method.ts'
import { chatToRead } from '../state/world.ts'

/** What belongs to a message's place and not to its content. */
const placeFields = [
  'message_id',
  'from',
  'chat',
  'date',
  'edit_date',
  'reply_to_message',
  'quote',
  'message_thread_id',
  'is_topic_message',
  'media_group_id',
  'reply_markup',
  'forward_origin',
]

/** Kinds that say something about the chat: they can be neither copied nor forwarded. */
const serviceFields = [
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'pinned_message',
  'new_chat_members',
  'left_chat_member',
  'migrate_to_chat_id',
]

/** What is only forwarded (https://core.telegram.org/bots/api#copymessage). */
const uncopiedFields = ['paid_media', 'giveaway', 'giveaway_winners', 'invoice']

const copyMessage: Method = (call) => {
  const { chat, topic } = targetOf(call)
  const source = sourceOf(call).kept.get(Number(call.values['message_id']))?.message
  if (source === undefined) throw badRequest('message to copy not found')
  if (!isCopyable(source)) throw badRequest("the message can't be copied")
  const hasNewCaption = 'caption' in call.values
  const copy = sendAs(call, chat, {
    ...contentOf(hasNewCaption ? withoutCaption(source) : source),
    ...(hasNewCaption && captionFields(call.world, call.values)),
    ...commonFields(call, chat, topic),
  })
  return { message_id: copy.message_id }
}

const forwardMessage: Method = (call) => {
  const { chat, topic } = targetOf(call)
  const source = sourceOf(call).kept.get(Number(call.values['message_id']))?.message
  if (source === undefined) throw badRequest('message to forward not found')
  if (!isForwardable(source)) throw badRequest("the message can't be forwarded")
  return sendAs(call, chat, {
    ...contentOf(source),
    ...originOf(source),
    ...commonFields(call, chat, topic),
  })
}

/** What was forwarded before keeps the name of its first author. */
function originOf({ forward_origin: first, from, date }: Message): object {
  return { forward_origin: first ?? { type: 'user', sender_user: from, date } }
}

/** Several at once; what cannot be copied is left out, albums stay albums. */
function severalOf(forward: boolean): Method {
  return (call) => {
    const { chat, topic } = targetOf(call)
    const ids = call.values['message_ids']
    if (!Array.isArray(ids) || ids.length === 0) {
      throw badRequest('message identifiers are not specified')
    }
    if (ids.length > 100) throw badRequest('too many message identifiers specified')
    const numbers = ids.map(Number)
    if (numbers.some((id, index) => index > 0 && id <= (numbers[index - 1] ?? 0))) {
      throw badRequest('message identifiers must be in a strictly increasing order')
    }
    const from = sourceOf(call)
    const sources = numbers.flatMap((id) => from.kept.get(id)?.message ?? [])
    if (sources.length === 0) throw badRequest('message to forward not found')
    const copyable = sources.filter(forward ? isForwardable : isCopyable)
    if (copyable.length === 0) throw badRequest("messages can't be forwarded")
    const groups = new Map<string, string>()
    const common = commonFields(call, chat, topic)
    return copyable.map((source) => {
      const group = groupFor(call, groups, source)
      const origin = forward ? originOf(source) : {}
      const kept = isTrue(call.values['remove_caption']) ? withoutCaption(source) : source
      const content = { ...contentOf(kept), ...common, ...group, ...origin }
      return { message_id: sendAs(call, chat, content).message_id }
    })
  }
}

function groupFor({ world }: MethodCall, groups: Map<string, string>, source: Message): object {
  const old = source.media_group_id
  if (old === undefined) return {}
  const group = groups.get(old) ?? String(world.nextId())
  groups.set(old, group)
  return { media_group_id: group }
}

function withoutCaption({ caption: _gone, caption_entities: _with, ...kept }: Message): Message {
  return kept
}

function sourceOf({ world, values }: MethodCall): Chat {
  return chatToRead(world, values['from_chat_id'])
}

export function contentOf(message: Message): object {
  return Object.fromEntries(
    Object.entries(message).filter(([field]) => !placeFields.includes(field)),
  )
}

function isForwardable(message: Message): boolean {
  const isEmpty = Object.keys(contentOf(message)).length === 0
  return !isEmpty && !serviceFields.some((field) => field in message)
}

function isCopyable(message: Message): boolean {
  return isForwardable(message) && !uncopiedFields.some((field) => field in message)
}

export const copying: Record<string, Method> = {
  copyMessage,
  copyMessages: severalOf(false),
  forwardMessage,
  forwardMessages: severalOf(true),
}
