import { Telegram, TelegramError } from 'telegraf'
import { describeFailure } from './calls/failure.ts'
import type { Transport } from './calls/transport.ts'

type CallApi = Telegram['callApi']

/**
 * Telegraf's `Telegram` whose calls go over our transport. A refusal is thrown as `TelegramError`
 * with neither the message's text nor the token in it.
 */
export function createTelegram(transport: Pick<Transport, 'send'>, token: string): Telegram {
  const callApi: CallApi = async (method, payload, { signal } = {}) => {
    const answer = await transport.send(method, payload, {
      signal: signal as AbortSignal | undefined,
    })
    if (answer.ok) return answer.result as never
    const { failure } = answer
    if (failure.kind !== 'refused') {
      throw new Error(`${method}: ${describeFailure(failure)}`, { cause: failure.cause })
    }
    throw new TelegramError(
      { error_code: failure.code, description: failure.description },
      { method },
    )
  }
  return new CallingTelegram(token, callApi)
}

/**
 * What handlers get as `ctx.telegram`: a handler runs inside a transaction, and what it wants said
 * goes through the outbox.
 */
export function refusingTelegram(token: string): Telegram {
  return new CallingTelegram(token, async (method) => {
    throw new Error(`A handler must not call Telegram (${method}): it adds an outgoing effect`)
  })
}

/** A subclass, because patching the prototype would change every Telegraf of the process. */
class CallingTelegram extends Telegram {
  readonly #call: CallApi

  constructor(token: string, call: CallApi) {
    super(token, { webhookReply: false })
    this.#call = call
  }

  override callApi: CallApi = (method, payload, options) => this.#call(method, payload, options)
}
