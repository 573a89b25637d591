import { collectDefaultMetrics, Counter, Registry } from 'prom-client'

import type { Sending } from '../services/notifier/sending.ts'
import type { Latest } from '../services/watch/latest.ts'
import type { Figures } from '../services/watch/read-figures.ts'
import { callEnds, type Tally } from '../services/watch/tally.ts'
import type { Watch } from '../services/watch/watch.ts'
import { counter, gauge, gauges } from './read-at-scrape.ts'

export interface MetricSources {
  tally: Tally
  figures: Latest<Figures>
  watch: Pick<Watch, 'problems' | 'parts'>
  /** Rights of the bot in the staff group, and those it lacks. */
  rights: { all: readonly string[]; missing: () => readonly string[] }
  /** Updates that wait or run. */
  inboxSize: () => number
  sending: Pick<Sending, 'size' | 'unwritten' | 'delayed' | 'untold'>
  /** Things that are due and fail. */
  timersFailing: () => number
  /** Milliseconds since Telegram was heard; null: never yet. */
  silentMs: () => number | null
  /** Null where the database is another's. */
  diskFree: Latest<number | null>
}

/**
 * What `/metrics` shows: the desk's own figures and those of its process. A scrape asks the database
 * for a few figures by index and waits two seconds for it; then it shows all others.
 */
export function createMetrics(sources: MetricSources): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  showHealth(registry, sources)
  showInbox(registry, sources)
  showOutbox(registry, sources)
  showTelegram(registry, sources)
  showSurroundings(registry, sources)
  return registry
}

function showHealth(registry: Registry, { watch }: MetricSources): void {
  gauges(registry, {
    name: 'kvytok_problem',
    help: 'Whether /readyz names this part of the program',
    label: 'part',
    async read() {
      const wrong = new Set((await watch.problems()).map(({ part }) => part))
      return watch.parts.map((part) => [part, Number(wrong.has(part))])
    },
  })
}

function showInbox(registry: Registry, { tally, figures, inboxSize }: MetricSources): void {
  counter(registry, {
    name: 'kvytok_updates_total',
    help: 'Updates by how they ended, since the start',
    label: 'outcome',
    read: () => Object.entries(tally.updates),
  })
  gauge(registry, 'kvytok_inbox_size', 'Updates stored and not yet handled', inboxSize)
  const stored = figuresOf(figures)
  gauge(
    registry,
    'kvytok_inbox_dead',
    'Updates that could not be handled and were put aside',
    stored(({ dead }) => dead),
  )
  gauge(
    registry,
    'kvytok_inbox_stale',
    'Updates that wait though no lane has them',
    stored(({ inboxStale }) => inboxStale),
  )
  gauges(registry, {
    name: 'kvytok_inbox_oldest_seconds',
    help: 'How long the oldest update waits to be handled, by the kind of its lane; 0: none waits',
    label: 'class',
    read: stored(({ inboxOldestSeconds }) => Object.entries(inboxOldestSeconds)),
  })
}

function showOutbox(registry: Registry, { tally, figures, sending }: MetricSources): void {
  counter(registry, {
    name: 'kvytok_outbox_ended_total',
    help: 'Effects by how they ended, since the start; dead and unknown: given up',
    label: 'state',
    read: () => Object.entries(tally.rows),
  })
  counter(registry, {
    name: 'kvytok_outbox_untold_total',
    help: 'Messages given up of which nobody at their place was told, since the start',
    read: () => [['', sending.untold()]],
  })
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
    () => sending.delayed().count,
  )
  gauge(
    registry,
    'kvytok_outbox_delayed_seconds',
    'How long the first of these places has been refused',
    () => sending.delayed().sinceMs / 1_000,
  )
  const stored = figuresOf(figures)
  gauge(
    registry,
    'kvytok_outbox_stale',
    'Effects that wait though nobody holds them',
    stored(({ outboxStale }) => outboxStale),
  )
  gauges(registry, {
    name: 'kvytok_outbox_oldest_seconds',
    help: 'How long the oldest effect waits to be sent, by how much it matters; 0: none waits',
    label: 'class',
    read: stored(({ outboxOldestSeconds }) => Object.entries(outboxOldestSeconds)),
  })
  gauges(registry, {
    name: 'kvytok_outbox_given_up',
    help: 'Effects kept that did not arrive (dead) or may have (unknown)',
    label: 'state',
    read: stored(({ givenUp }) => Object.entries(givenUp)),
  })
}

function showTelegram(registry: Registry, { tally, silentMs, rights }: MetricSources): void {
  const calls = new Counter({
    name: 'kvytok_telegram_calls_total',
    help: 'Calls to Telegram by method and how they ended, since the start',
    labelNames: ['method', 'outcome'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [method, ends] of tally.calls) {
        for (const outcome of callEnds) this.inc({ method, outcome }, ends[outcome])
      }
    },
  })
  calls.reset()
  counter(registry, {
    name: 'kvytok_telegram_floods_total',
    help: 'Calls that Telegram answered with 429, since the start',
    read: () => [['', [...tally.calls.values()].reduce((sum, { flood }) => sum + flood, 0)]],
  })
  counter(registry, {
    name: 'kvytok_webhook_refused_total',
    help: 'Calls of the webhook that were not taken, by reason, since the start',
    label: 'reason',
    read: () => Object.entries(tally.webhookRefused),
  })
  gauge(
    registry,
    'kvytok_telegram_silent_seconds',
    'Time since Telegram last answered a poll or called the webhook',
    () => {
      const ms = silentMs()
      return ms === null ? null : ms / 1_000
    },
  )
  // One line for each right, also for those that are there: an alarm needs the name to exist.
  gauges(registry, {
    name: 'kvytok_right_missing',
    help: 'Whether the bot lacks a right in the staff group',
    label: 'right',
    read() {
      const missing = rights.missing()
      return rights.all.map((right) => [right, Number(missing.includes(right))])
    },
  })
}

function showSurroundings(registry: Registry, sources: MetricSources): void {
  const { figures, timersFailing, diskFree } = sources
  gauge(registry, 'kvytok_timers_failing', 'Things due that failed when last tried', timersFailing)
  const stored = figuresOf(figures)
  gauge(
    registry,
    'kvytok_timers_late_seconds',
    'How late the oldest reminder or deadline is that has not been dealt with',
    stored(({ timersLateSeconds }) => timersLateSeconds),
  )
  gauge(
    registry,
    'kvytok_database_up',
    'Whether the database gave its figures within two seconds',
    async () => Number((await figures.read()) !== null),
  )
  gauge(
    registry,
    'kvytok_disk_free_bytes',
    'Free space on the disk of the embedded database; absent with a database of your own',
    () => diskFree.read(),
  )
}

/** Reads one thing of the figures; nothing while the database does not give them. */
function figuresOf(figures: Latest<Figures>) {
  return <Read>(of: (figures: Figures) => Read) =>
    async (): Promise<Read | null> => {
      const read = await figures.read()
      return read === null ? null : of(read)
    }
}
