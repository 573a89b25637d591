import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

import type { Sending } from '../services/notifier/sending.ts'

export interface MetricSources {
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

/** What `/metrics` shows: the desk's own figures and those of its process. */
export function createMetrics({
  rights,
  inboxSize,
  sending,
  countDead,
  timersFailing,
}: MetricSources): Registry {
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
  return registry
}

/** One line for each right, also for those that are there: an alarm needs the name to exist. */
function gaugeOfRights(registry: Registry, { all, missing }: MetricSources['rights']): void {
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
