import { badRequest } from '../refusal.ts'
import { botMay } from '../state/member.ts'
import type { AdministratorRight, Chat, Topic } from '../state/shapes.ts'
import { addMessage, chatFor, removeMessages, type World } from '../state/world.ts'
import { textOf, type Method, type MethodCall } from './method.ts'

/** Part of Telegram's free set. */
const icons = ['❗️', '💬', '❓', '📆', '🛠', '💡', '✅', '🔥', '⭐️', '🏆']

const firstColor = 7_322_096

const createForumTopic: Method = ({ world, values }) => {
  const chat = forumOf({ world, values }, 'create a topic')
  const name = nameOf(values)
  const icon = textOf(values['icon_custom_emoji_id'])
  const iconColor = Number(values['icon_color'] ?? firstColor)
  const shown = {
    name,
    icon_color: iconColor,
    ...(icon !== undefined && { icon_custom_emoji_id: icon }),
  }
  const service = addMessage(world, chat, world.bot, { forum_topic_created: shown })
  const threadId = service.message.message_id
  Object.assign(service.message, { message_thread_id: threadId, is_topic_message: true })
  const topic: Topic = {
    threadId,
    name,
    closed: false,
    deleted: false,
    revision: 0,
    iconCustomEmojiId: icon,
    iconColor,
  }
  chat.topics.set(threadId, topic)
  world.changed(topic, service)
  return { message_thread_id: threadId, ...shown }
}

const editForumTopic: Method = (call) => {
  const { values, world } = call
  const topic = topicOf(call, 'edit the topic')
  const name = values['name'] === undefined ? topic.name : nameOf(values)
  const icon = textOf(values['icon_custom_emoji_id']) ?? topic.iconCustomEmojiId
  if (name === topic.name && icon === topic.iconCustomEmojiId) {
    throw badRequest('TOPIC_NOT_MODIFIED')
  }
  Object.assign(topic, { name, iconCustomEmojiId: icon === '' ? undefined : icon })
  world.changed(topic)
  return true
}

function setClosed(closed: boolean): Method {
  return (call) => {
    const topic = topicOf(call, 'close or open the topic')
    if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED')
    topic.closed = closed
    call.world.changed(topic)
    return true
  }
}

function setGeneralClosed(closed: boolean): Method {
  return (call) => {
    const chat = forumOf(call, 'close or open the topic')
    if ((chat.generalClosed ?? false) === closed) throw badRequest('TOPIC_NOT_MODIFIED')
    chat.generalClosed = closed
    call.world.changed()
    return true
  }
}

const deleteForumTopic: Method = (call) => {
  const topic = topicOf(call, 'delete the topic', 'can_delete_messages')
  removeTopic(call.world, chatFor(call.world, call.values['chat_id']), topic)
  return true
}

/** A deleted topic takes its messages along. */
export function removeTopic(world: World, chat: Chat, topic: Topic): void {
  topic.deleted = true
  const inside = [...chat.kept.values()].filter(
    ({ message }) => message.message_thread_id === topic.threadId,
  )
  world.changed(topic)
  removeMessages(
    world,
    chat,
    inside.map(({ message }) => message.message_id),
  )
}

const getForumTopicIconStickers: Method = () =>
  icons.map((emoji, index) => ({
    file_id: `icon-${String(index)}`,
    file_unique_id: `icon-u${String(index)}`,
    type: 'custom_emoji',
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji,
    custom_emoji_id: `emoji-${emoji}`,
  }))

/** @param aim what the bot needs the right for */
function forumOf(
  { world, values }: Pick<MethodCall, 'world' | 'values'>,
  aim: string,
  right: AdministratorRight = 'can_manage_topics',
): Chat {
  const chat = chatFor(world, values['chat_id'])
  if (chat.shape.is_forum !== true) throw badRequest('the chat is not a forum')
  if (!botMay(chat, world.bot.id, right)) {
    throw badRequest(`not enough rights to ${aim}`)
  }
  return chat
}

function topicOf(call: MethodCall, aim: string, right?: AdministratorRight): Topic {
  const topic = forumOf(call, aim, right).topics.get(Number(call.values['message_thread_id']))
  if (topic === undefined || topic.deleted) throw badRequest('TOPIC_ID_INVALID')
  return topic
}

function nameOf(values: Record<string, unknown>): string {
  const name = textOf(values['name']) ?? ''
  if (name.trim() === '') throw badRequest('name must be non-empty')
  // Telegram cuts a longer one without a word.
  if (name.length > 128) throw badRequest('topic name is too long')
  return name
}

export const topics: Record<string, Method> = {
  createForumTopic,
  editForumTopic,
  deleteForumTopic,
  getForumTopicIconStickers,
  closeForumTopic: setClosed(true),
  reopenForumTopic: setClosed(false),
  closeGeneralForumTopic: setGeneralClosed(true),
  reopenGeneralForumTopic: setGeneralClosed(false),
}
