import type { AddressInfo } from 'node:net'

import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

import { staffRights, type StaffRight } from './domain/staff-right.ts'
import type { Config } from './config.ts'
import type { Receiving } from './create-receiving.ts'
import type { Sending } from './create-sending.ts'
import { createHttpServer, type Health } from './http/server.ts'
import type { Queryable } from './storage/sql.ts'

/** A part of the program that may not be well. */
export interface HealthSource {
  name: string
  /** One short sentence for the operator; null while it is well. */
  problem: () => string | null
}

export interface HttpSources {
  db: Queryable
  receiving: Receiving
  /** Parts that `/readyz` asks besides the database. */
  health: readonly HealthSource[]
  /** Rights the bot lacks in the staff group. */
  missingRights: () => readonly StaffRight[]
  /** Updates that wait or run. */
  inboxSize: () => number
  sending: Pick<Sending, 'size' | 'unwritten' | 'delayed' | 'undelivered'>
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
  {
    db,
    receiving,
    health,
    missingRights,
    inboxSize,
    sending,
    countDead,
    timersFailing,
  }: HttpSources,
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
  gauge(
    registry,
    'kvytok_outbox_delayed',
    'Places for which something waits that was refused',
    sending.delayed,
  )
  gauge(
    registry,
    'kvytok_outbox_undelivered',
    'Effects that did not arrive, or never were confirmed, since the start',
    sending.undelivered,
  )
  gauge(registry, 'kvytok_timers_failing', 'Things due that failed when last tried', timersFailing)
  gaugeOfRights(registry, missingRights)

  const { webhook } = receiving
  const app = createHttpServer({
    health: () => readHealth(db, health),
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

async function readHealth(db: Queryable, sources: readonly HealthSource[]): Promise<Health> {
  const problems = sources.flatMap(({ problem }) => problem() ?? [])
  try {
    await db.query({ text: 'select 1' })
  } catch {
    problems.push('The database does not answer')
  }
  return { alive: true, ready: problems.length === 0, problems }
}

/** One line for each right, also for those that are there: an alarm needs the name to exist. */
function gaugeOfRights(registry: Registry, missing: HttpSources['missingRights']): void {
  new Gauge({
    name: 'kvytok_right_missing',
    help: 'Whether the bot lacks a right in the staff group',
    labelNames: ['right'],
    registers: [registry],
    collect() {
      const lacking = missing()
      for (const right of staffRights) this.set({ right }, Number(lacking.includes(right)))
    },
  })
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
