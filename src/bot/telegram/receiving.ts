import { pollOffset } from '../../services/intake/inbox.ts'
import type { Intake } from '../../services/intake/intake.ts'
import type { Lanes } from '../../services/intake/lanes.ts'
import type { Queryable } from '../../services/intake/work.ts'
import type { Call } from './calls/call.ts'
import { chooseWebhook } from './delivery-mode.ts'
import { createPoller } from './polling.ts'
import { receiveUpdate } from './receive-update.ts'
import { checkSecret, readUpdates } from './webhook.ts'

export interface ReceivingDeps {
  call: Call
  db: Queryable
  botId: number
  intake: Pick<Intake, 'storeBatch' | 'storeOne'>
  lanes: Pick<Lanes, 'room' | 'size'>
  log: Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>
}

/** Telegram brings the updates to an address of ours, with a secret by which it is known. */
export interface ByWebhook {
  mode: 'webhook'
  /** Without a slash at the end. */
  publicUrl: string
  secret: string
}

/** Answers what is posted to its path, with Telegram's secret or without. */
export interface WebhookRoute {
  path: string
  receive: (secret: string | undefined, body: Buffer) => Promise<WebhookAnswer>
}

interface WebhookAnswer {
  status: 200 | 400 | 403 | 413 | 503
  retryAfterSeconds?: number
}

/** How updates come in: by asking for them, or by being told. */
export interface Receiving {
  /** In webhook mode: the route to serve. */
  webhook?: WebhookRoute
  /** Called when the HTTP side listens. */
  start(): void
  /** One sentence when updates do not arrive. */
  problem(): string | null
  /** Resolves with one sentence when they never will. */
  failed: Promise<string>
  stop(): Promise<void>
}

export function createReceiving(
  by: { mode: 'polling' } | ByWebhook,
  deps: ReceivingDeps,
): Receiving {
  return by.mode === 'polling' ? byPolling(deps) : byWebhook(by, deps)
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
  { publicUrl, secret }: ByWebhook,
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
