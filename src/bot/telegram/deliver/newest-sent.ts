import type { Answer } from '../calls/failure.ts'

/** The greatest id of a message that this run of the program has sent into each chat. */
export interface NewestSent {
  /** Null while it has sent nothing there. */
  in(chatId: number): number | null
  /** Learns from the answer to a call. */
  learn(chatId: number, method: string, answer: Answer): void
}

/** Ids of a group grow: whatever stands above what we just sent is newer than our start. */
export function createNewestSent(): NewestSent {
  const newest = new Map<number, number>()
  return {
    in: (chatId) => newest.get(chatId) ?? null,
    learn(chatId, method, answer) {
      if (!answer.ok || !/^(send|copy|forward|createForumTopic)/.test(method)) return
      const ids = [answer.result].flat().map(idOf)
      newest.set(chatId, Math.max(newest.get(chatId) ?? 0, ...ids))
    },
  }
}

/** A topic has the id of the message that begins it. */
function idOf(sent: unknown): number {
  if (typeof sent !== 'object' || sent === null) return 0
  const isTopic = 'message_thread_id' in sent && !('message_id' in sent)
  const id = isTopic ? sent.message_thread_id : 'message_id' in sent ? sent.message_id : 0
  return typeof id === 'number' ? id : 0
}
