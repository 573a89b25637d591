import { isRecord } from './is-record.ts'
import type { JournalLine } from './play/protocol.ts'
import type { QueuedUpdate } from './state/update-queue.ts'

/** What went over the wire, as far back as it is kept. */
export interface Journal {
  addUpdate(update: QueuedUpdate): void
  addCall(call: { method: string; params: Record<string, unknown>; response: unknown }): void
  /** Lines after one, oldest first; of one chat, or of all. */
  after(seq: number, chatId: number | null): JournalLine[]
}

const keptLines = 2_000

export function createJournal(now: () => number): Journal {
  const lines: JournalLine[] = []
  let lastSeq = 0

  function add(line: Omit<JournalLine, 'seq' | 'at'>): void {
    lines.push({ seq: ++lastSeq, at: now(), ...line })
    if (lines.length > 2 * keptLines) lines.splice(0, keptLines)
  }

  return {
    addUpdate(update) {
      const [name = 'update', content] =
        Object.entries(update).find(([key]) => key !== 'update_id') ?? []
      add({ kind: 'update', name, chatId: chatOf(content), content: update })
    },
    addCall({ method, params, response }) {
      // A bot asks for updates all the time; what it gets is in the journal already.
      if (method === 'getUpdates') return
      const chatId = params['chat_id'] === undefined ? null : Number(params['chat_id'])
      add({ kind: 'call', name: method, chatId, content: params, response })
    },
    after: (seq, chatId) =>
      lines.filter((line) => line.seq > seq && (chatId === null || line.chatId === chatId)),
  }
}

/** A message has its chat, and so has the message whose button was pressed. */
function chatOf(content: unknown): number | null {
  if (!isRecord(content)) return null
  const { chat, message } = content
  if (isRecord(chat)) return Number(chat['id'])
  return isRecord(message) ? chatOf(message) : null
}
