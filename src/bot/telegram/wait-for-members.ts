import type { StoredUpdate } from '../../services/intake/inbox.ts'
import type { Lanes } from '../../services/intake/lanes.ts'
import type { Members } from './members.ts'

export interface WaitDeps {
  members: Pick<Members, 'know'>
  staffChat: { id(): number | null }
  /** As many updates wait before `room` says that there is none. */
  mostWaiting?: number
}

/**
 * Lets nothing that was done in the staff group into the lanes before it is known whether the person
 * is a member. A handler could not ask: it runs in a transaction. What waits keeps its order within
 * its lane and takes no place among those that run; it stays pending in the inbox.
 */
export function waitForMembers(
  lanes: Lanes,
  { members, staffChat, mostWaiting = 5_000 }: WaitDeps,
): Lanes {
  const waiting = new Map<string, StoredUpdate[]>()
  let size = 0
  let stopped = false
  let wakeRoom: (() => void)[] = []

  function offer(updates: StoredUpdate[]): void {
    if (stopped) return
    lanes.offer(updates.filter((update) => !keep(update)))
  }

  /** @returns whether it has to wait: for an answer, or behind another one of its lane */
  function keep(update: StoredUpdate): boolean {
    const queue = waiting.get(update.lane)
    if (queue !== undefined) queue.push(update)
    else {
      const userId = personInGroup(update.payload, staffChat.id())
      const known = userId === null ? null : members.know(userId)
      if (known === null) return false
      waiting.set(update.lane, [update])
      void known.then(() => release(update.lane))
    }
    size += 1
    return true
  }

  function release(lane: string): void {
    const queue = waiting.get(lane) ?? []
    waiting.delete(lane)
    size -= queue.length
    for (const wake of wakeRoom.splice(0)) wake()
    offer(queue)
  }

  return {
    offer,
    holds: (update) => waiting.has(update.lane) || lanes.holds(update),
    rest: (lane, forMs) => lanes.rest(lane, forMs),
    size: () => lanes.size() + size,
    async room() {
      while (!stopped && size >= mostWaiting) {
        await new Promise<void>((resolve) => wakeRoom.push(resolve))
      }
      await lanes.room()
    },
    async stop() {
      stopped = true
      for (const wake of wakeRoom) wake()
      wakeRoom = []
      await lanes.stop()
    },
  }
}

type Fields = Record<string, unknown>

/** Kinds of updates that make the desk obey somebody. */
const kinds = ['message', 'edited_message', 'callback_query']

/** Who did it in this group under his own name, or null. */
function personInGroup(payload: Fields, groupId: number | null): number | null {
  for (const kind of kinds) {
    const content = payload[kind]
    if (!isFields(content)) continue
    const message = kind === 'callback_query' ? content['message'] : content
    const from = content['from']
    if (!isFields(message) || !isFields(from) || from['is_bot'] === true) return null
    const { chat, sender_chat: senderChat } = message
    if (!isFields(chat) || groupId === null || chat['id'] !== groupId) return null
    // What was sent in a chat's name belongs to nobody; that the group moves is Telegram's word.
    const isNobody = kind !== 'callback_query' && senderChat !== undefined
    const isMove = 'migrate_to_chat_id' in message || 'migrate_from_chat_id' in message
    return isNobody || isMove || !Number.isSafeInteger(from['id']) ? null : Number(from['id'])
  }
  return null
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
