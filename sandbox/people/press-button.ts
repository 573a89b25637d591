import { withoutReply } from '../methods/reply.ts'
import type { Chat, InlineButton, Message, User } from '../state/shapes.ts'
import { until } from '../until.ts'
import type { World } from '../state/world.ts'

/** What the bot said to a press; without text: it only ended the button's waiting. */
export interface CallbackAnswer {
  text?: string
  show_alert?: boolean
}

/** Presses the newest button with a label and waits for the answer. */
export async function pressButton(
  world: World,
  chatNow: () => Chat,
  user: User,
  label: string,
  { topic, timeoutMs = 10_000 }: { topic?: { threadId: number }; timeoutMs?: number } = {},
): Promise<CallbackAnswer> {
  const { message, data } = await until(
    world,
    () => findButton(chatNow(), label, topic?.threadId),
    timeoutMs,
    `a button "${label}"`,
  )
  return press(world, user, { message, data }, timeoutMs)
}

/**
 * Presses a button and waits for the bot's answer.
 *
 * @throws after `timeoutMs` without one
 */
export function press(
  world: World,
  user: User,
  { message, data }: { message: Message; data: string },
  timeoutMs: number,
): Promise<CallbackAnswer> {
  const callback = startCallback(world, user, message, data)
  return until(world, () => callback.answer ?? undefined, timeoutMs, `an answer to "${data}"`)
}

/** Sends a press to the bot, also one of a button that was never there. */
export function startCallback(world: World, user: User, message: Message, data: string) {
  const id = String(world.nextId())
  const callback = { id, fromId: user.id, answer: null, sentAt: world.now() }
  world.callbacks.set(id, callback)
  world.updates.push({
    callback_query: {
      id,
      from: user,
      message: withReplyNow(world, message),
      data,
      chat_instance: String(message.chat.id),
    },
  })
  return callback as { answer: CallbackAnswer | null }
}

/** What a message replies to is shown as it is now: its author may have edited it since. */
function withReplyNow({ chats }: World, message: Message): Message {
  const { reply_to_message: replied, chat } = message
  if (replied === undefined) return message
  const now = chats.get(chat.id)?.kept.get(replied.message_id)?.message
  return now === undefined ? message : { ...message, reply_to_message: withoutReply(now) }
}

function findButton(chat: Chat, label: string, threadId: number | undefined) {
  for (const { message } of [...chat.kept.values()].reverse()) {
    if (threadId !== undefined && message.message_thread_id !== threadId) continue
    const buttons = message.reply_markup?.inline_keyboard?.flat() ?? []
    const found = buttons.find((button) => isLabelled(button, label))
    if (found?.callback_data !== undefined) return { message, data: found.callback_data }
  }
  return undefined
}

/** An emoji may stand before a label. */
function isLabelled({ text }: InlineButton, label: string): boolean {
  return text === label || text.slice(text.indexOf(' ') + 1) === label
}
