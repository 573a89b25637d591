import { refusal } from './refusal.ts'

/** Telegram's limits, off until a number is set (https://core.telegram.org/bots/faq). */
export interface Limits {
  /** Calls a second into one private chat, with a burst of five. */
  chatPerSecond: number | null
  /** Calls a minute into one group, all topics together. */
  groupPerMinute: number | null
  /** Counts a call; refuses with 429 above a limit. */
  count(method: string, values: Record<string, unknown>): void
}

const burst = 5

/** Reading and answering buttons costs nothing. */
const isCounted = (method: string) => /^(send|copy|forward|edit|create|close|reopen)/.test(method)

export function createLimits(now: () => number): Limits {
  const calls = new Map<number, number[]>()
  const limits: Limits = {
    chatPerSecond: null,
    groupPerMinute: null,
    count(method, values) {
      const chatId = Number(values['chat_id'])
      const limit = chatId < 0 ? limits.groupPerMinute : limits.chatPerSecond
      if (limit === null || !isCounted(method)) return
      const windowMs = chatId < 0 ? 60_000 : burst * 1_000
      const allowed = chatId < 0 ? limit : limit * burst
      const at = now()
      const recent = (calls.get(chatId) ?? []).filter((time) => time > at - windowMs)
      if (recent.length >= allowed) {
        const after = Math.ceil(((recent[0] ?? at) + windowMs - at) / 1_000)
        throw refusal(429, `Too Many Requests: retry after ${String(after)}`, {
          retry_after: after,
        })
      }
      calls.set(chatId, [...recent, at])
    },
  }
  return limits
}
