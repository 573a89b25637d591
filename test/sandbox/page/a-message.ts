import type { ChatView, MessageView, View } from '../../../sandbox/play/protocol.ts'

export const anna = { id: 1, is_bot: false, first_name: 'Anna' }
export const max = { id: 2, is_bot: false, first_name: 'Max' }
export const bot = { id: 9, is_bot: true, first_name: 'Desk' }

/** A message of Anna's, as the page gets it. */
export function aMessage(id: number, more: Partial<MessageView> = {}): MessageView {
  return {
    message_id: id,
    from: anna,
    chat: { id: 1, type: 'private' },
    date: 1_790_000_000,
    text: `Message ${String(id)}`,
    reactions: [],
    pinned: false,
    ...more,
  }
}

/** Messages one to `count`. */
export function messagesUpTo(count: number): MessageView[] {
  return Array.from({ length: count }, (_, index) => aMessage(index + 1))
}

export function aChat(more: Partial<ChatView> = {}): ChatView {
  return {
    id: 1,
    type: 'private',
    members: {},
    topics: [],
    messages: [],
    gone: [],
    commands: {},
    ...more,
  }
}

/** What the stand-in tells a page. */
export function aView(chats: ChatView[], more: Partial<View> = {}): View {
  return {
    epoch: 'first',
    revision: 1,
    now: Date.now(),
    bot,
    people: [],
    chats,
    faults: [],
    canMoveClock: false,
    ...more,
  }
}
