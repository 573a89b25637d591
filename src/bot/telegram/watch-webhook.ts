import type { APIMethodReturn } from '@gramio/types'

import type { Call } from './calls/call.ts'
import { describeFailure } from './calls/failure.ts'

export interface WebhookWatchDeps {
  call: Call
  /** Where Telegram was told to bring the updates. */
  url: string
  /** Between two questions; default 20 s. */
  everyMs?: number
  now?: () => number
}

/** Asks Telegram what becomes of the updates that it is to bring: nobody else can know. */
export interface WebhookWatch {
  start(): void
  /** One sentence while they do not come; null while they do, or nobody knows. */
  problem(): string | null
  stop(): void
}

/** An error that is older has been followed by updates that came, or by none that were there to come. */
const freshErrorMs = 120_000

export function watchWebhook(deps: WebhookWatchDeps): WebhookWatch {
  const { call, url, everyMs = 20_000, now = Date.now } = deps
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let problem: string | null = null

  async function ask(): Promise<void> {
    const answer = await call('getWebhookInfo', undefined, { signal: stopping.signal })
    if (answer.ok) problem = troubleIn(answer.result, url, now())
    else
      problem = `Telegram does not say whether updates come (${describeFailure(answer.failure)}): check the network and TELEGRAM_API_ROOT`
  }

  function schedule(): void {
    if (stopping.signal.aborted) return
    timer = setTimeout(() => void ask().finally(schedule), everyMs)
  }

  return {
    start: schedule,
    problem: () => problem,
    stop() {
      stopping.abort()
      clearTimeout(timer)
    },
  }
}

/**
 * @param info https://core.telegram.org/bots/api#webhookinfo
 * @param nowMs by Telegram's clock or one like it
 */
function troubleIn(
  info: APIMethodReturn<'getWebhookInfo'>,
  url: string,
  nowMs: number,
): string | null {
  if (info.url === '') {
    return 'Telegram brings no updates, because another program took the webhook away: end that program, then restart the desk'
  }
  if (info.url !== url) {
    return 'Telegram brings the updates to another address: end the program that set it, then restart the desk'
  }
  const { last_error_date: errorAt = 0, last_error_message: error = '' } = info
  const isFresh = nowMs - errorAt * 1_000 < freshErrorMs
  if (info.pending_update_count === 0 || !isFresh || error === '') return null
  const count = String(info.pending_update_count)
  return `Telegram cannot bring ${count} updates (${error}): check PUBLIC_URL, its certificate, the proxy before the desk and WEBHOOK_SECRET`
}
