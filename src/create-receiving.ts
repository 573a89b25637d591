import type { Call } from './bot/telegram/call.ts'
import { chooseWebhook } from './bot/telegram/delivery-mode.ts'
import { createPoller } from './bot/telegram/polling.ts'
import { receiveUpdate } from './bot/telegram/receive-update.ts'
import { checkSecret, readUpdates } from './bot/telegram/webhook.ts'
import type { Config } from './config.ts'
import type { WebhookAnswer } from './http/server.ts'
import type { Log } from './log.ts'
import { pollOffset } from './services/intake/inbox.ts'
import type { Intake } from './services/intake/intake.ts'
import type { Lanes } from './services/intake/lanes.ts'
import type { Queryable } from './storage/sql.ts'

export interface ReceivingDeps {
  call: Call
  db: Queryable
  botId: number
  intake: Intake
  lanes: Lanes
  log: Log
}

/** How updates come in: by asking for them, or by being told. */
export interface Receiving {
  /** In webhook mode: the route to serve. */
  webhook?: {
    path: string
    receive: (secret: string | undefined, body: Buffer) => Promise<WebhookAnswer>
  }
  /** Called when the HTTP side listens. */
  start(): void
  /** One sentence when updates do not arrive. */
  problem(): string | null
  /** Resolves with one sentence when they never will. */
  failed: Promise<string>
  stop(): Promise<void>
}

export function createReceiving({ telegram }: Config, deps: ReceivingDeps): Receiving {
  return telegram.mode === 'polling' ? byPolling(deps) : byWebhook(telegram, deps)
}

function byPolling({ call, db, botId, intake, lanes, log }: ReceivingDeps): Receiving {
  let problem: string | null = 'Polling has not begun'
  const poller = createPoller({
    call,
    log,
    offset: () => pollOffset(db, botId),
    store: (updates, offset) => intake.storeBatch(updates.map(receiveUpdate), offset),
    room: () => lanes.room(),
    onHealth(health) {
      problem = health.healthy ? null : health.reason
    },
  })
  return {
    start: () => poller.start(),
    problem: () => problem,
    failed: poller.failed.catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    ),
    stop: () => poller.stop(),
  }
}

/** Telegram asks again for what is answered with 503. */
const busySeconds = 5
const highWater = 5_000

function byWebhook(
  { publicUrl, secret }: Extract<Config['telegram'], { mode: 'webhook' }>,
  { call, intake, lanes, log }: ReceivingDeps,
): Receiving {
  const path = '/telegram'
  const stopping = new AbortController()
  let problem: string | null = 'The webhook is not set'
  let failed: (reason: string) => void = () => undefined

  async function receive(given: string | undefined, body: Buffer): Promise<WebhookAnswer> {
    if (!checkSecret(given, secret)) return { status: 403 }
    const read = readUpdates(body)
    if (!read.ok) return { status: read.reason === 'too_large' ? 413 : 400 }
    if (stopping.signal.aborted || lanes.size() >= highWater) {
      return { status: 503, retryAfterSeconds: busySeconds }
    }
    try {
      await Promise.all(read.updates.map((update) => intake.storeOne(receiveUpdate(update))))
      return { status: 200 }
    } catch (error) {
      log.error({ err: error }, 'An update could not be stored; Telegram will bring it again')
      return { status: 503, retryAfterSeconds: busySeconds }
    }
  }

  return {
    webhook: { path, receive },
    failed: new Promise((resolve) => (failed = resolve)),
    problem: () => problem,
    start() {
      const { signal } = stopping
      chooseWebhook(call, { url: publicUrl + path, secret }, { signal, log }).then(
        () => (problem = null),
        (error: unknown) => failed(error instanceof Error ? error.message : String(error)),
      )
    },
    stop() {
      stopping.abort()
      return Promise.resolve()
    },
  }
}
