import type { AddressInfo } from 'node:net'

import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

import type { Sending } from '../services/notifier/sending.ts'
import { createHttpServer, type Health, type HttpDeps } from './server.ts'

export interface HttpSources {
  /** In webhook mode: the route to serve. */
  webhook: HttpDeps['webhook']
  /**
   * Parts of the program that `/readyz` asks: one short sentence for the operator, null while the
   * part is well.
   */
  problems: readonly (() => string | null | Promise<string | null>)[]
  /** Rights of the bot in the staff group, and those it lacks. */
  rights: { all: readonly string[]; missing: () => readonly string[] }
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
  { host, port }: { host: string; port: number },
  { webhook, problems, rights, inboxSize, sending, countDead, timersFailing }: HttpSources,
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
  gaugeOfRights(registry, rights)

  const app = createHttpServer({
    health: () => readHealth(problems),
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

async function readHealth(parts: HttpSources['problems']): Promise<Health> {
  const answers = await Promise.all(parts.map(async (problem) => problem()))
  const problems = answers.filter((problem) => problem !== null)
  return { alive: true, ready: problems.length === 0, problems }
}

/** One line for each right, also for those that are there: an alarm needs the name to exist. */
function gaugeOfRights(registry: Registry, { all, missing }: HttpSources['rights']): void {
  new Gauge({
    name: 'kvytok_right_missing',
    help: 'Whether the bot lacks a right in the staff group',
    labelNames: ['right'],
    registers: [registry],
    collect() {
      const lacking = missing()
      for (const right of all) this.set({ right }, Number(lacking.includes(right)))
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
