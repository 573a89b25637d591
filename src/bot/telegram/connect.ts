import type { UserFromGetMe } from 'telegraf/types'

import type { CallEnd } from '../../services/watch/tally.ts'
import { createCall, type Call } from './calls/call.ts'
import { countCalls } from './calls/count-calls.ts'
import { describeFailure } from './calls/failure.ts'
import { watchStanding, type WatchStandingOptions } from './calls/standing.ts'
import { createTransport, type TransportDeps } from './calls/transport.ts'

/** The way to Telegram, and who the bot is there. */
export interface Telegram {
  call: Call
  bot: UserFromGetMe
  /** One sentence while Telegram refuses the bot itself. */
  problem: () => string | null
  /** Breaks off what is under way. */
  close: () => Promise<void>
}

export type TelegramVerdict = { ok: true; telegram: Telegram } | { ok: false; message: string }

/** A start needs Telegram's word on who the bot is. */
export async function connectTelegram({
  log,
  recovered,
  steadyMs,
  ended,
  ...to
}: Pick<TransportDeps, 'token' | 'apiRoot'> &
  Pick<WatchStandingOptions, 'log' | 'recovered'> & {
    /** So long is all refused before the bot itself is taken to be. */
    steadyMs: number
    /** Told how each call ended. */
    ended: (method: string, end: CallEnd) => void
  }): Promise<TelegramVerdict> {
  const transport = createTransport(to)
  const { call, problem } = watchStanding(countCalls(createCall(transport), ended), {
    log,
    recovered,
    steadyMs,
  })
  const close = () => transport.close()
  const me = await whoAmI(call)
  if (me.ok) return { ok: true, telegram: { call, bot: me.bot, problem, close } }
  await close()
  return me
}

/** A short outage is waited out. */
async function whoAmI(
  call: Call,
): Promise<{ ok: true; bot: UserFromGetMe } | { ok: false; message: string }> {
  let problem = ''
  for (const waitMs of [0, 1_000, 2_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    const answer = await call('getMe', undefined, { timeoutMs: 5_000 })
    if (answer.ok) return { ok: true, bot: answer.result as unknown as UserFromGetMe }
    problem = describeFailure(answer.failure)
    if (answer.failure.kind === 'refused' && [401, 404].includes(answer.failure.code)) {
      const message = 'Telegram does not know this BOT_TOKEN: copy it anew from @BotFather.'
      return { ok: false, message }
    }
  }
  const message = `Telegram cannot be reached (${problem}): check TELEGRAM_API_ROOT and the network.`
  return { ok: false, message }
}
