import type { AddressInfo } from 'node:net'

import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

import type { Config } from './config.ts'
import type { Receiving } from './create-receiving.ts'
import type { Sending } from './create-sending.ts'
import { createHttpServer, type Health } from './http/server.ts'
import type { Queryable } from './storage/sql.ts'

export interface HttpSources {
  db: Queryable
  receiving: Receiving
  /** Updates that wait or run. */
  inboxSize: () => number
  sending: Pick<Sending, 'size' | 'unwritten' | 'problem'>
  /** Updates that are put aside. */
  countDead: () => Promise<number>
  /** Things that are due and fail. */
  timersFailing: () => number
}

export type HttpVerdict =
  { ok: true; url: string; close: () => Promise<void> } | { ok: false; message: string }

/** Serves health, metrics and, in webhook mode, Telegram's route. */
export async function startHttp(
  { host, port }: Config,
  { db, receiving, inboxSize, sending, countDead, timersFailing }: HttpSources,
): Promise<HttpVerdict> {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  gauge(registry, 'kvytok_inbox_size', 'Updates stored and not yet handled', inboxSize)
  gauge(registry, 'kvytok_inbox_dead', 'Updates that could not be handled', countDead)
  gauge(registry, 'kvytok_outbox_size', 'Effects decided and not yet sent', sending.size)
  gauge(
    registry,
    'kvytok_outbox_unwritten',
    'Effects whose outcome could not be written yet',
    sending.unwritten,
  )
  gauge(registry, 'kvytok_timers_failing', 'Things due that failed when last tried', timersFailing)

  const { webhook } = receiving
  const app = createHttpServer({
    health: () => readHealth({ db, receiving, sending }),
    metrics: () => registry.metrics(),
    ...(webhook !== undefined && { webhook }),
  })
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const message = `HTTP cannot listen on ${host}:${String(port)} (${code}): set PORT to a free one.`
    return { ok: false, message }
  }
  const { port: chosen } = app.server.address() as AddressInfo
  return { ok: true, url: `http://${host}:${String(chosen)}`, close: () => app.close() }
}

async function readHealth({
  db,
  receiving,
  sending,
}: Pick<HttpSources, 'db' | 'receiving' | 'sending'>): Promise<Health> {
  const problems: string[] = []
  const receivingProblem = receiving.problem()
  if (receivingProblem !== null) problems.push(receivingProblem)
  const sendingProblem = sending.problem()
  if (sendingProblem !== null) problems.push(sendingProblem)
  try {
    await db.query({ text: 'select 1' })
  } catch {
    problems.push('The database does not answer')
  }
  return { alive: true, ready: problems.length === 0, problems }
}

function gauge(
  registry: Registry,
  name: string,
  help: string,
  read: () => number | Promise<number>,
): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      // One that cannot be read must not hide the others.
      this.set(await Promise.resolve(read()).catch(() => NaN))
    },
  })
}
