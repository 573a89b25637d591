import type {
  ChatView,
  FaultView,
  MessageView,
  PersonView,
  TopicView,
  View,
} from '../../../play/protocol.ts'

/** A chat as it is now: what came in pieces, put together. */
export interface ChatState extends Omit<ChatView, 'topics' | 'messages' | 'gone'> {
  topics: ReadonlyMap<number, TopicView>
  /** By id, oldest first. A message that did not change stays the same object. */
  messages: ReadonlyMap<number, MessageView>
}

/** Everything the page knows. Immutable: a change makes a new one. */
export interface SandboxState {
  epoch: string
  revision: number
  bot: View['bot']
  people: readonly PersonView[]
  chats: ReadonlyMap<number, ChatState>
  faults: readonly FaultView[]
  canMoveClock: boolean
  /** How far the sandbox's clock is ahead of this machine's, in milliseconds. */
  aheadMs: number
}

/** The state after what the server told. */
export function applyView(before: SandboxState | null, view: View): SandboxState {
  const known = before?.epoch === view.epoch ? before.chats : new Map<number, ChatState>()
  const { epoch, revision, bot, people, faults, canMoveClock } = view
  return {
    epoch,
    revision,
    bot,
    people,
    faults,
    canMoveClock,
    chats: new Map(view.chats.map((chat) => [chat.id, applyChat(known.get(chat.id), chat)])),
    aheadMs: view.now - Date.now(),
  }
}

function applyChat(before: ChatState | undefined, chat: ChatView): ChatState {
  const { topics, messages, gone, ...header } = chat
  if (before === undefined || topics.length + messages.length + gone.length > 0) {
    return {
      ...header,
      topics: merged(before?.topics, topics, ({ threadId }) => threadId, []),
      messages: merged(before?.messages, messages, ({ message_id: id }) => id, gone),
    }
  }
  return { ...header, topics: before.topics, messages: before.messages }
}

/** The same map when nothing in it changed. */
function merged<T>(
  before: ReadonlyMap<number, T> = new Map<number, T>(),
  changed: readonly T[],
  idOf: (one: T) => number,
  gone: readonly number[],
): ReadonlyMap<number, T> {
  if (changed.length + gone.length === 0) return before
  const after = new Map(before)
  // A change of an old message keeps its place, a new message comes last.
  for (const one of changed) after.set(idOf(one), one)
  for (const id of gone) after.delete(id)
  return after
}
