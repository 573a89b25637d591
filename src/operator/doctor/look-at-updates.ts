import { z } from 'zod'

import { allowedUpdates } from '../../bot/telegram/allowed-updates.ts'
import { describeFailure } from '../../bot/telegram/calls/failure.ts'
import type { TelegramMode } from '../../config.ts'
import { inWords } from './in-words.ts'
import { ok, unseen, warning, wrong, type Line } from './line.ts'
import type { Surroundings } from './surroundings.ts'

/** https://core.telegram.org/bots/api#webhookinfo */
const webhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  /** Seconds since the epoch. */
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
  allowed_updates: z.array(z.string()).optional(),
})

export type WebhookFacts = z.infer<typeof webhookInfo>

/**
 * How updates come. Telegram is not asked for any: that would end the poll of a desk at work.
 * https://core.telegram.org/bots/api#getupdates
 */
export async function lookAtUpdates({ config, call, desk, now }: Surroundings): Promise<Line[]> {
  const answer = await call('getWebhookInfo')
  if (!answer.ok) {
    return [unseen(ways[config.telegram.mode], describeFailure(answer.failure))]
  }
  const facts = webhookInfo.parse(answer.result)
  return judgeUpdates(facts, {
    telegram: config.telegram,
    isDeskAtWork: (await desk()) !== null,
    now: now(),
  })
}

interface Circumstances {
  telegram: TelegramMode
  isDeskAtWork: boolean
  now: Date
}

export function judgeUpdates(facts: WebhookFacts, circumstances: Circumstances): Line[] {
  return [
    judgeWay(facts, circumstances),
    ...judgeLastError(facts, circumstances),
    judgePending(facts, circumstances),
    judgeKinds(facts, circumstances),
  ]
}

const ways = { polling: 'polling', webhook: 'webhook' } as const

function judgeWay({ url }: WebhookFacts, { telegram, isDeskAtWork }: Circumstances): Line {
  const what = ways[telegram.mode]
  if (telegram.mode === 'polling') {
    if (url === '') return ok(what, 'no webhook is in its way')
    const found = `a webhook at ${hostOf(url)} is in its way`
    if (!isDeskAtWork) return warning(what, found, 'Start the desk: it removes the webhook.')
    const todo = 'Stop the program that set it, which has the same token, and start the desk again.'
    return wrong(what, found, todo)
  }
  const wanted = `${telegram.publicUrl}/telegram`
  if (url === wanted) return judgePort(wanted) ?? ok(what, `set to ${hostOf(url)}`)
  const found = url === '' ? 'none is set' : `set to ${hostOf(url)}, which is not PUBLIC_URL`
  if (!isDeskAtWork) return warning(what, found, 'Start the desk: it sets the webhook.')
  const todo =
    'Stop any other program that has the same token, and start the desk again: it sets the webhook.'
  return wrong(what, found, todo)
}

/** https://core.telegram.org/bots/api#setwebhook */
const ports = ['443', '80', '88', '8443']

/** Telegram's own servers call no other port; a server on this machine calls any. */
function judgePort(url: string): Line | null {
  const { protocol, port } = new URL(url)
  if (protocol !== 'https:' || port === '' || ports.includes(port)) return null
  const todo = `Let PUBLIC_URL have one of the ports ${ports.join(', ')}.`
  return wrong(ways.webhook, `Telegram calls no port ${port}`, todo)
}

/** An address may hold a token in its path. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'an address that cannot be read'
}

const recentMs = 600_000
const dayMs = 86_400_000

/** Telegram keeps the last error for ever, also one that is long over. */
function judgeLastError(
  { last_error_date: seconds, last_error_message: message = '' }: WebhookFacts,
  { telegram, now }: Circumstances,
): Line[] {
  if (telegram.mode === 'polling' || seconds === undefined) return []
  const ageMs = now.getTime() - seconds * 1_000
  if (ageMs > dayMs) return []
  const what = 'calls of it'
  const found = `the last error ${inWords(ageMs)} ago: ${message}`
  const todo = /40[13]/.test(message)
    ? 'Start the desk again, which tells Telegram its secret anew; a proxy must pass all headers on.'
    : `Open ${telegram.publicUrl}/healthz from elsewhere: proxy, certificate and firewall must let it through.`
  return [ageMs < recentMs ? wrong(what, found, todo) : warning(what, found, todo)]
}

/** More than one batch is not only on its way. */
const manyPending = 100

function judgePending(
  { pending_update_count: count }: WebhookFacts,
  { isDeskAtWork }: Circumstances,
): Line {
  const what = 'at Telegram'
  const found = count === 1 ? '1 update waits' : `${String(count)} updates wait`
  if (!isDeskAtWork || count <= manyPending) return ok(what, count === 0 ? 'nothing waits' : found)
  return warning(what, found, 'Look into the log of the desk for what holds it up.')
}

/** Left out by Telegram where nobody asks for them. */
const leftOut = ['chat_member', 'message_reaction', 'message_reaction_count']

function judgeKinds(
  { allowed_updates: allowed }: WebhookFacts,
  { isDeskAtWork }: Circumstances,
): Line {
  const what = 'kinds of updates'
  const missing = allowedUpdates.filter((kind) =>
    allowed === undefined ? leftOut.includes(kind) : !allowed.includes(kind),
  )
  if (missing.length === 0) return ok(what, 'Telegram sends all that the desk needs')
  const found = `Telegram sends no ${missing.join(', ')}`
  if (!isDeskAtWork) return ok(what, `${found}; the desk asks for them when it starts`)
  const todo =
    'Start the desk again, which asks for them; if that does not last, another program has the same token.'
  return wrong(what, found, todo)
}
