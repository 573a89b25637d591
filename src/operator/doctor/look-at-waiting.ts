import { countInbox, countOutbox, type Waiting } from '../../services/reports/count-waiting.ts'
import { inspectDatabase } from '../../storage/inspect-database.ts'
import { botIdOf } from '../bot-id.ts'
import { databaseMessage } from '../open-database.ts'
import { inWords } from './in-words.ts'
import { ok, unseen, warning, wrong, type Line } from './line.ts'
import { untold } from './look-at-database.ts'
import type { Surroundings } from './surroundings.ts'

/** What is to be handled and to be sent, and what will not be by itself. */
export async function lookAtWaiting({
  config,
  complaints,
  database,
  desk,
}: Surroundings): Promise<Line[]> {
  const access = await database()
  if (access.kind !== 'open') return [untold(inbox.what), untold(outbox.what)]
  const { pool } = access.database
  const isDeskAtWork = (await desk()) !== null
  // Ages by the clock that wrote the rows.
  const { clock } = await inspectDatabase(pool)
  const isBotKnown = complaints.every(({ variable }) => variable !== 'BOT_TOKEN')
  const circumstances = { isDeskAtWork, clock }
  return Promise.all([
    isBotKnown
      ? countedOr(inbox, () => countInbox(pool, botIdOf(config)), circumstances)
      : unseen(inbox.what, 'BOT_TOKEN says whose it is'),
    countedOr(outbox, () => countOutbox(pool), circumstances),
  ])
}

interface Box {
  what: string
  failed: string
  todo: string
}

export const inbox: Box = {
  what: 'inbox',
  failed: 'put aside',
  todo: 'npm run desk -- dead list shows why, and dead retry or dead drop ends it.',
}

export const outbox: Box = {
  what: 'outbox',
  failed: 'given up or of unknown fate',
  todo: 'npm run desk -- outbox list shows why, and outbox retry or outbox drop ends it.',
}

interface Circumstances {
  isDeskAtWork: boolean
  clock: Date
}

async function countedOr(
  box: Box,
  count: () => Promise<Waiting>,
  circumstances: Circumstances,
): Promise<Line> {
  try {
    return judgeWaiting(box, await count(), circumstances)
  } catch (error) {
    return unseen(box.what, databaseMessage(error))
  }
}

/** Turns and Telegram's limits take minutes at the most. */
const longMs = { warning: 300_000, wrong: 3_600_000 }

export function judgeWaiting(
  { what, failed, todo }: Box,
  facts: Waiting,
  { isDeskAtWork, clock }: Circumstances,
): Line {
  const ageMs = facts.since === null ? 0 : clock.getTime() - facts.since.getTime()
  const oldest = facts.since === null ? '' : `, the oldest for ${inWords(ageMs)}`
  const found = facts.waiting === 0 ? 'nothing waits' : `${String(facts.waiting)} waiting${oldest}`
  if (isDeskAtWork && ageMs > longMs.warning) {
    const hint = 'See "its health" above and docs/development.md, "Why a message waits".'
    return ageMs > longMs.wrong ? wrong(what, found, hint) : warning(what, found, hint)
  }
  if (facts.failed === 0) return ok(what, found)
  return warning(what, `${String(facts.failed)} ${failed}, ${found}`, todo)
}
