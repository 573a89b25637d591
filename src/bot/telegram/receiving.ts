import type { WebhookRefusal } from '../../services/watch/tally.ts'
import { pollOffset } from '../../services/intake/inbox.ts'
import type { Intake } from '../../services/intake/intake.ts'
import type { Lanes } from '../../services/intake/lanes.ts'
import type { Queryable } from '../../services/intake/work.ts'
import type { Call } from './calls/call.ts'
import { chooseWebhook } from './delivery-mode.ts'
import { createPoller, type PollTrouble } from './polling.ts'
import { receiveUpdate } from './receive-update.ts'
import { watchWebhook } from './watch-webhook.ts'
import { checkSecret, readUpdates } from './webhook.ts'

export interface ReceivingDeps {
  call: Call
  db: Queryable
  botId: number
  intake: Pick<Intake, 'storeBatch' | 'storeOne'>
  lanes: Pick<Lanes, 'room' | 'size'>
  /** Told why a call of the webhook is not taken. */
  refused: (reason: WebhookRefusal) => void
  /** Between two questions to Telegram whether it can bring updates. */
  askEveryMs: number
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
  /** Milliseconds since Telegram last answered a poll, or brought an update; null: never yet. */
  silentMs(): number | null
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

/** The longest poll, and a little more: an answer that takes longer will not come. */
const longestPollMs = 60_000

function byPolling({ call, db, botId, intake, lanes, log }: ReceivingDeps): Receiving {
  let problem: string | null = 'No updates arrive yet: polling has not begun'
  const heard = createHeard()
  /** Since when Telegram owes the answer to a poll; null while it does not. */
  let askedAt: number | null = null
  const poller = createPoller({
    call,
    log,
    offset: () => pollOffset(db, botId),
    store: (updates, offset) => intake.storeBatch(updates.map(receiveUpdate), offset),
    room: () => lanes.room(),
    polling(state) {
      if (state === 'asked') askedAt ??= performance.now()
      else {
        askedAt = null
        heard.now()
      }
    },
    onHealth(health) {
      problem = health.healthy ? null : describePoll(health)
    },
  })
  return {
    start: () => poller.start(),
    problem() {
      if (problem !== null || askedAt === null) return problem
      const isLate = performance.now() - askedAt > longestPollMs
      return isLate ? describePoll({ reason: 'it does not answer', at: 'telegram' }) : null
    },
    silentMs: heard.silentMs,
    failed: poller.failed.catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    ),
    stop: () => poller.stop(),
  }
}

const cannotStore =
  'Updates cannot be stored: check the database and its disk; Telegram keeps them meanwhile'

/** What is wrong, and where to look. */
function describePoll({ reason, at }: { reason: string; at: PollTrouble }): string {
  switch (at) {
    case 'conflict':
      return `No updates arrive (${reason}): another program fetches them with this BOT_TOKEN, end it`
    case 'storing':
      return cannotStore
    case 'telegram':
      return `No updates arrive from Telegram (${reason}): check the network and TELEGRAM_API_ROOT`
  }
}

/** When Telegram was heard last, by a clock that nobody sets. */
function createHeard(): { now(): void; silentMs(): number | null } {
  let at: number | null = null
  return {
    now: () => void (at = performance.now()),
    silentMs: () => (at === null ? null : performance.now() - at),
  }
}

/** Telegram asks again for what is answered with 503. */
const busySeconds = 5
const highWater = 5_000

function byWebhook(
  { publicUrl, secret }: ByWebhook,
  { call, intake, lanes, refused, askEveryMs, log }: ReceivingDeps,
): Receiving {
  const path = '/telegram'
  const url = publicUrl + path
  const stopping = new AbortController()
  const watch = watchWebhook({ call, url, everyMs: askEveryMs })
  const heard = createHeard()
  let problem: string | null =
    'No updates arrive yet: Telegram has not taken the webhook, the log says why'
  let isStored = true
  let failed: (reason: string) => void = () => undefined

  async function receive(given: string | undefined, body: Buffer): Promise<WebhookAnswer> {
    if (!checkSecret(given, secret)) {
      refused('secret')
      return { status: 403 }
    }
    const read = readUpdates(body)
    if (!read.ok) {
      refused(read.reason)
      return { status: read.reason === 'too_large' ? 413 : 400 }
    }
    heard.now()
    if (stopping.signal.aborted || lanes.size() >= highWater) {
      refused('busy')
      return { status: 503, retryAfterSeconds: busySeconds }
    }
    try {
      await Promise.all(read.updates.map((update) => intake.storeOne(receiveUpdate(update))))
      isStored = true
      return { status: 200 }
    } catch (error) {
      refused('not_stored')
      isStored = false
      log.error({ err: error }, 'An update could not be stored; Telegram will bring it again')
      return { status: 503, retryAfterSeconds: busySeconds }
    }
  }

  return {
    webhook: { path, receive },
    failed: new Promise((resolve) => (failed = resolve)),
    problem() {
      return problem ?? (isStored ? watch.problem() : cannotStore)
    },
    silentMs: heard.silentMs,
    start() {
      const { signal } = stopping
      chooseWebhook(call, { url, secret }, { signal, log }).then(
        () => {
          problem = null
          watch.start()
        },
        (error: unknown) => failed(error instanceof Error ? error.message : String(error)),
      )
    },
    stop() {
      stopping.abort()
      watch.stop()
      return Promise.resolve()
    },
  }
}
