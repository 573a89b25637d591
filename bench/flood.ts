import pg from 'pg'

import { startSandbox, type SandboxPerson } from '../sandbox/index.ts'
import { startDesk, type BotProcess } from './bots.ts'
import type { Server } from './database.ts'
import { keepWriting, makeKnown, patienceMs } from './known-clients.ts'

const strangers = 900
const messagesOfEach = 10
const messagesOfOne = 1_000
/** Ten texts a minute, more than half of what the group takes. */
const everyMs = 6_000

export interface Flood {
  updates: number
  /** Until everything but the flood of one client was handled. */
  handledMs: number
  /** From a known client's text until it stands in its topic. */
  knownMs: number[]
  /** What is stored is handled or waits. */
  lost: number
  waiting: number
  mostResidentBytes: number
}

/**
 * Ten thousand updates wait when the desk opens: of many strangers, and a thousand of one client,
 * whose flood goes on for an hour when all the rest is over.
 */
export async function measureFlood(server: Server): Promise<Flood> {
  const sandbox = await startSandbox({ keepCalls: false })
  const forum = sandbox.forum()
  const databaseUrl = await server.create('flood')
  const about = { apiRoot: sandbox.apiRoot, token: sandbox.token, staffChatId: forum.id }
  let desk: BotProcess = await startDesk(about, { mode: 'polling', databaseUrl })
  const known = await makeKnown(sandbox, forum, 3)
  await desk.stop()

  const db = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const count = async (condition: string) => {
    const { rows } = await db.query<{ count: number }>(
      `select count(*)::int from inbound_update where ${condition}`,
    )
    return rows[0]?.count ?? 0
  }
  const before = await count('true')
  const [flooder, ...others] = known
  if (flooder === undefined) throw new Error('Nobody is known')
  const writer = (_: unknown, index: number): SandboxPerson =>
    sandbox.person({ name: `Stranger ${String(index)}` })
  const crowd = Array.from({ length: strangers }, writer)
  for (let nth = 0; nth < messagesOfEach; nth += 1) {
    for (const person of crowd) person.write(`Help, said the ${String(nth)}th time`)
  }
  for (let nth = 0; nth < messagesOfOne; nth += 1) flooder.person.write(`Flood ${String(nth)}`)
  const updates = strangers * messagesOfEach + messagesOfOne

  desk = await startDesk(about, { mode: 'polling', databaseUrl, settings: {} })
  sandbox.limits.groupPerMinute = 20
  const startedAt = performance.now()
  const writing = keepWriting({ sandbox, forum, known: others }, everyMs)
  let mostResidentBytes = 0
  const notHandled = `state = 'pending' and lane <> 'user:${String(flooder.person.id)}'`
  for (;;) {
    const { residentBytes } = await desk.usage()
    mostResidentBytes = Math.max(mostResidentBytes, residentBytes)
    const isFetched = sandbox.pendingCount() === 0
    if (isFetched && (await count('true')) >= before + updates && (await count(notHandled)) === 0) {
      break
    }
    if (performance.now() - startedAt > patienceMs)
      throw new Error('The flood was not handled in time')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const handledMs = performance.now() - startedAt
  const knownMs = await writing.stop()
  const written = knownMs.length
  const stored = await count('true')
  const waiting = await count(`state = 'pending'`)
  const dead = await count(`state = 'dead'`)
  await db.end()
  await desk.stop()
  await sandbox.close()
  return {
    updates,
    handledMs,
    knownMs,
    waiting,
    mostResidentBytes,
    lost: before + updates + written - stored + dead,
  }
}
