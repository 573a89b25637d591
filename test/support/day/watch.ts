import type { Sandbox } from '../../../sandbox/index.ts'
import type { Chat } from '../../../sandbox/state/shapes.ts'

/** A message of the bot, noted when it came: what is deleted later was seen. */
export interface Arrival {
  /** Milliseconds since the epoch. */
  at: number
  chatId: number
  threadId: number | null
  text: string
  replyTo: number | null
}

export interface Watch {
  arrivals: readonly Arrival[]
  stop(): void
}

/** Notes every message of the bot in any chat. */
export function watchChats({ world }: Sandbox): Watch {
  const arrivals: Arrival[] = []
  const nextIds = new Map<number, number>()
  let isAsked = false

  function look(): void {
    isAsked = false
    for (const chat of world.chats.values()) note(chat)
  }

  function note(chat: Chat): void {
    const chatId = chat.shape.id
    const at = Date.now()
    for (let id = nextIds.get(chatId) ?? 1; id < chat.nextMessageId; id += 1) {
      const message = chat.kept.get(id)?.message
      if (message?.from !== world.bot) continue
      arrivals.push({
        at,
        chatId,
        threadId: message.message_thread_id ?? null,
        text: message.text ?? message.caption ?? '',
        replyTo: message.reply_to_message?.message_id ?? null,
      })
    }
    nextIds.set(chatId, chat.nextMessageId)
  }

  const onChange = () => {
    if (isAsked) return
    isAsked = true
    setImmediate(look)
  }
  world.events.on('change', onChange)
  look()
  return {
    arrivals,
    stop() {
      look()
      world.events.off('change', onChange)
    },
  }
}
