import { setTimeout as sleep } from 'node:timers/promises'

import { startSandbox } from '../sandbox/index.ts'
import { startDesk, type BotProcess } from './bots.ts'
import type { Server } from './database.ts'
import { keepWriting, makeKnown, openTicket, patienceMs } from './known-clients.ts'

const newAccounts = 500
const withinMs = 120_000
const knownClients = 5
/** Ten texts a minute, more than half of what the group takes. */
const everyMs = 6_000

export interface Rush {
  /** From the last press until a new client reads that his ticket is open. */
  acknowledgedMs: number[]
  /** From a known client's text until it stands in its topic. */
  knownMs: number[]
  topicsInBusiestMinute: number
  topics: number
  /** Messages about it in General; further news are edits of them. */
  summaries: number
  summary: string
  refused: number
  residentBytes: number
}

/** Five hundred new accounts open a ticket each within two minutes, by Telegram's real limits. */
export async function measureRush(server: Server): Promise<Rush> {
  const sandbox = await startSandbox()
  const forum = sandbox.forum()
  const databaseUrl = await server.create('rush')
  const about = { apiRoot: sandbox.apiRoot, token: sandbox.token, staffChatId: forum.id }
  let desk: BotProcess = await startDesk(about, { mode: 'polling', databaseUrl })
  const known = await makeKnown(sandbox, forum, knownClients)
  await desk.stop()
  desk = await startDesk(about, { mode: 'polling', databaseUrl, settings: {} })
  sandbox.limits.groupPerMinute = 20
  sandbox.calls.length = 0

  const writing = keepWriting({ sandbox, forum, known }, everyMs)
  const coming: Promise<number>[] = []
  for (let index = 0; index < newAccounts; index += 1) {
    coming.push(come(index))
    await sleep(withinMs / newAccounts)
  }
  async function come(index: number): Promise<number> {
    const person = sandbox.person({ name: `Newcomer ${String(index)}` })
    const startedAt = performance.now()
    await openTicket(sandbox, person, `New matter ${String(index)}`)
    return performance.now() - startedAt
  }
  const acknowledgedMs = await Promise.all(coming)
  const summaries = () =>
    forum.general.filter(({ text = '' }) => text.includes('many new clients are writing'))
  await sandbox.until(() => summaries().length > 0, patienceMs)
  const knownMs = await writing.stop()
  const { residentBytes } = await desk.usage()
  const topicTimes = sandbox.calls.flatMap(({ at, method, response }) =>
    method === 'createForumTopic' && isOk(response) ? [at] : [],
  )
  const refused = sandbox.calls.filter(({ response }) => !isOk(response)).length
  const result = {
    acknowledgedMs,
    knownMs,
    topicsInBusiestMinute: busiestMinute(topicTimes),
    topics: topicTimes.length,
    summaries: summaries().length,
    summary: summaries()[0]?.text ?? '',
    refused,
    residentBytes,
  }
  await desk.stop()
  await sandbox.close()
  return result
}

function isOk(response: unknown): boolean {
  return (response as { ok?: boolean }).ok === true
}

function busiestMinute(times: number[]): number {
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
  )
}
