import type { APIMethods } from '@gramio/types'
import type { Call, CallParams } from './call.ts'
import { describeFailure, type Answer } from './failure.ts'
import type { SendOptions } from './transport.ts'

/** What Telegram thinks of the bot itself. */
export interface Standing {
  /** The call, watched. */
  call: Call
  /** One sentence while Telegram refuses the bot itself, whatever it asks for. */
  problem: () => string | null
}

export interface WatchStandingOptions {
  log: Record<'info' | 'error', (fields: object, message: string) => void>
  /** Called when it is refused no more: what waits may go. */
  recovered: () => void
  /** A proxy's hiccup is over by then; default 10 s. */
  steadyMs?: number
  monotonicMs?: () => number
}

const steadyRefusals = 3

/**
 * Watches all calls for answers that concern the bot and not what it asked for: 401, and 404, which
 * a wrong token gets as well. One of them may come from a proxy; several in a row, over some time and
 * with nothing else among them, mean that the token or the server is wrong. That is said once.
 */
export function watchStanding(
  call: Call,
  {
    log,
    recovered,
    steadyMs = 10_000,
    monotonicMs = () => performance.now(),
  }: WatchStandingOptions,
): Standing {
  let refusals = 0
  let firstAt = 0
  let problem: string | null = null

  function note(answer: Answer): void {
    // No answer tells nothing of the bot.
    if (!answer.ok && answer.failure.kind !== 'refused') return
    const isRefused =
      !answer.ok && answer.failure.kind === 'refused' && [401, 404].includes(answer.failure.code)
    if (!isRefused) {
      const isRecovered = problem !== null
      refusals = 0
      problem = null
      if (!isRecovered) return
      log.info({}, 'Telegram knows the bot again')
      recovered()
      return
    }
    if (refusals === 0) firstAt = monotonicMs()
    refusals += 1
    if (problem !== null) return
    if (refusals < steadyRefusals || monotonicMs() - firstAt < steadyMs) return
    problem =
      `Telegram refuses the bot itself (${describeFailure(answer.failure)}): ` +
      'check BOT_TOKEN and TELEGRAM_API_ROOT; what is to be sent waits'
    log.error({ refusals }, problem)
  }

  return {
    problem: () => problem,
    async call<Method extends keyof APIMethods>(
      method: Method,
      params?: CallParams<Method>,
      options?: SendOptions,
    ) {
      const answer = await call(method, params, options)
      note(answer)
      return answer
    },
  }
}
