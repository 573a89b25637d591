import { patience } from '../sandbox/patience.ts'
import { applyView, type ChatState, type SandboxState } from '../sandbox/page/src/store/chats.ts'
import type { Action, Actions, MessageView, View } from '../sandbox/play/protocol.ts'

/** Somebody who has the sandbox's page open, without a browser. */
export interface Visitor {
  state(): SandboxState
  person(name: string): number
  /** The private chat of a person. */
  chatOf(name: string): ChatState
  forum(): ChatState
  act<A extends Action>(action: A, body: Actions[A]['body']): Promise<Actions[A]['answer']>
  /** Presses the newest button of a chat with these words. */
  press(name: string, label: string): Promise<void>
  /** Waits until the state shows something. */
  until<T>(read: () => T | undefined | false, what: string): Promise<T>
  leave(): void
}

const patienceMs = 20_000 * patience

/** Opens the page's stream of events and waits for the first one. */
export async function visit(url: string): Promise<Visitor> {
  const leaving = new AbortController()
  const { signal } = leaving
  let state: SandboxState | null = null
  const listeners = new Set<() => void>()
  const { body } = await fetch(`${url}/play/events`, { signal })
  if (body === null) throw new Error('The page has no events')
  const read = async () => {
    let text = ''
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const events = (text + chunk).split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const [, data] = /^data: (.*)$/m.exec(event) ?? []
        if (data !== undefined) state = applyView(state, JSON.parse(data) as View)
      }
      for (const listener of [...listeners]) listener()
    }
  }
  // The stream breaks when either side ends it.
  read().catch(() => undefined)

  function until<T>(look: () => T | undefined | false, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        listeners.delete(listener)
        reject(new Error(`Nobody saw ${what}`))
      }, patienceMs)
      const listener = () => {
        const seen = look()
        if (seen === undefined || seen === false) return
        clearTimeout(late)
        listeners.delete(listener)
        resolve(seen)
      }
      listeners.add(listener)
      listener()
    })
  }

  const present = () => {
    if (state === null) throw new Error('The page has not told anything')
    return state
  }
  await until(() => state ?? undefined, 'the first event')

  const visitor: Visitor = {
    state: present,
    until,
    person(name) {
      const found = present().people.find(({ first_name: first }) => first === name)
      if (found === undefined) throw new Error(`There is nobody called ${name}`)
      return found.id
    },
    chatOf: (name) => chatIn(present(), ({ id }) => id === visitor.person(name)),
    forum: () => chatIn(present(), (chat) => chat.is_forum === true),
    async act(action, given) {
      const response = await fetch(`${url}/play/${action}`, {
        method: 'POST',
        body: JSON.stringify(given),
        signal,
        headers: { 'content-type': 'application/json', 'x-play': '1' },
      })
      const answer: unknown = await response.json()
      if (!response.ok) throw new Error(JSON.stringify(answer))
      return answer as never
    },
    async press(name, label) {
      const [userId, what] = [visitor.person(name), `a button "${label}"`]
      const found = await until(() => buttonIn(visitor.chatOf(name), label), what)
      await visitor.act('press', { userId, chatId: userId, ...found })
    },
    leave: () => leaving.abort(),
  }
  return visitor
}

function chatIn(state: SandboxState, isIt: (chat: ChatState) => boolean): ChatState {
  const found = [...state.chats.values()].find(isIt)
  if (found === undefined) throw new Error('There is no such chat')
  return found
}

function buttonIn({ messages }: ChatState, label: string) {
  for (const message of [...messages.values()].reverse()) {
    const buttons = message.reply_markup?.inline_keyboard?.flat() ?? []
    const data = buttons.find(({ text }) => text.endsWith(label))?.callback_data
    if (data !== undefined) return { messageId: message.message_id, data }
  }
  return undefined
}

/** What the bot wrote last. */
export function lastOf({ messages }: ChatState): MessageView | undefined {
  return [...messages.values()].at(-1)
}
