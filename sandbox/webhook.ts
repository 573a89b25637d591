import { request } from 'undici'

import type { QueuedUpdate } from './state/update-queue.ts'
import type { World } from './state/world.ts'

/** Brings updates to the bot: in order, the next one after a 2xx, with growing pauses otherwise. */
export interface Webhook {
  url(): string
  /** Why it could last not bring an update; null when it always could. */
  lastError(): { at: number; message: string } | null
  /** An empty address ends it. */
  set(url: string, secret: string | undefined): void
  stop(): Promise<void>
}

/** Telegram keeps an order per chat; other chats go on meanwhile. */
const laneOf = (update: QueuedUpdate): string => {
  const content = Object.entries(update).find(([key]) => key !== 'update_id')?.[1]
  const chat = (content as { chat?: { id?: number } } | undefined)?.chat?.id
  const from = (content as { from?: { id?: number } } | undefined)?.from?.id
  return chat === undefined ? `user:${String(from)}` : `chat:${String(chat)}`
}

const maxConnections = 40

export function createWebhook(world: World, { firstPauseMs = 50 } = {}): Webhook {
  let url = ''
  let secret: string | undefined
  let stopped = false
  let lastError: { at: number; message: string } | null = null
  const underWay = new Map<string, Promise<void>>()
  const sleeping = new Set<() => void>()
  const forget = world.updates.onPush(pump)

  function pump(): void {
    if (url === '' || stopped) return
    const waiting = world.updates.from(undefined, 1_000)
    for (const update of waiting) {
      const lane = laneOf(update)
      if (underWay.has(lane)) continue
      if (underWay.size >= maxConnections) return
      const run = bring(update).finally(() => {
        underWay.delete(lane)
        pump()
      })
      underWay.set(lane, run)
    }
  }

  async function bring(update: QueuedUpdate): Promise<void> {
    for (let pauseMs = firstPauseMs; !isOver(); pauseMs = Math.min(pauseMs * 2, 60_000)) {
      const answer = await post(update)
      if (answer.ok) {
        world.updates.confirm(update.update_id)
        return
      }
      await sleep(answer.retryAfterMs ?? pauseMs)
    }
  }

  async function post(update: QueuedUpdate): Promise<{ ok: boolean; retryAfterMs?: number }> {
    try {
      const { statusCode, headers, body } = await request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        headersTimeout: 60_000,
        bodyTimeout: 60_000,
      })
      await body.dump()
      const retryAfter = Number(headers['retry-after'])
      const isTaken = statusCode >= 200 && statusCode < 300
      if (!isTaken) failed(`Wrong response from the webhook: ${String(statusCode)}`)
      return {
        ok: isTaken,
        ...(retryAfter > 0 && { retryAfterMs: Math.min(retryAfter, 3_600) * 1_000 }),
      }
    } catch {
      failed('Connection refused')
      return { ok: false }
    }
  }

  function failed(message: string): void {
    lastError = { at: world.now(), message }
  }

  function isOver(): boolean {
    return stopped || url === ''
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        sleeping.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      sleeping.add(wake)
    })
  }

  return {
    url: () => url,
    lastError: () => lastError,
    set(newUrl, newSecret) {
      url = newUrl
      secret = newSecret
      pump()
    },
    async stop() {
      stopped = true
      forget()
      for (const wake of sleeping) wake()
      await Promise.all(underWay.values())
    },
  }
}
