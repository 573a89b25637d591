import { createDemoClock } from '../../demo/clock.ts'
import { startSandbox, type Sandbox, type SandboxForum } from '../../sandbox/index.ts'
import type { Config } from '../../src/config.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { createLog, type Log } from '../../src/log.ts'
import { runDesk } from '../../src/run-desk.ts'
import { usualWatchLimits, type WatchLimits } from '../../src/services/watch/limits.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { freePort } from './free-port.ts'

/** No test waits for Telegram's real limits unless it is about them. */
export const unhurried = {
  chatPerSecond: 1e4,
  chatBurst: 1e4,
  groupPerMinute: 1e5,
  bulkPerSecond: 1e4,
}

/** No test waits for company of a notice unless it is about it. */
export const quickTimers: Desk['timers'] = { ...builtInDesk.timers, coalesceWindowMs: 0 }

export const webhookSecret = 'test-secret'

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  message: string
  fields: Record<string, unknown>
}

export interface TestDesk {
  sandbox: Sandbox
  forum: SandboxForum
  db: TestDatabase
  desk: Desk
  /** Lines of its log, of the level `info` and above, as the tests of the log need them. */
  log: LogLine[]
  /** Where the desk listens. */
  httpUrl(): string
  /** What it tells whoever started it; null where a staff group is set. */
  firstSteps(): string | null
  /** Ends the desk and starts it again on the same data, with other settings if they are given. */
  restart(change?: Partial<Desk>): Promise<void>
  /** Ends the desk and starts it again on another database, which is dropped with the first one. */
  moveTo(db: TestDatabase): Promise<void>
  /** A copy of its database as it is now, taken while nobody uses it. */
  copyDatabase(): Promise<TestDatabase>
  /**
   * Lets time pass for everybody, deadline after deadline, as if the desk had run all the while.
   * After a second, who writes can have read what was written before: Telegram's dates are whole.
   */
  pass(ms: number): Promise<void>
  close(): Promise<void>
}

/** The real desk, over HTTP against the stand-in for Telegram, on a database of its own. */
export async function startTestDesk({
  mode = 'polling',
  change = {},
  route = (url) => url,
  now,
  isGroupSet = true,
  watching = usualWatchLimits,
  embeddedIn,
  logTo = createLog(process.env['KVYTOK_TEST_LOG'] ?? 'silent'),
}: {
  mode?: 'polling' | 'webhook'
  change?: Partial<Desk>
  /** The way to the database, for a test in which it fails. */
  route?: (url: string) => string | Promise<string>
  /** The desk's own clock, for a test in which it goes wrong; else all have one. */
  now?: () => Date
  /** False for a desk whose group is still to be set with `/setup`. */
  isGroupSet?: boolean
  /** From when on something is a problem. */
  watching?: WatchLimits
  /** A folder for an embedded database, in place of one on the tests' server. */
  embeddedIn?: string
  /** What takes its log besides; default: nothing. */
  logTo?: Log
} = {}): Promise<TestDesk> {
  const clock = createDemoClock()
  const sandbox = await startSandbox({ clock: clock.sandbox })
  const forum = sandbox.forum()
  const db = await createTestDatabase()
  const limits = { ...builtInDesk.limits, pacing: unhurried }
  // Who gets a ticket is decided by the test, unless it is about distribution.
  const staff = { ...builtInDesk.staff, distribution: 'manual' } as const
  const desk: Desk = { ...builtInDesk, limits, staff, timers: quickTimers, ...change }
  // The webhook's address must be known before the desk listens.
  const port = mode === 'webhook' ? await freePort() : 0
  const config: Config = {
    botToken: sandbox.token,
    telegramApiRoot: sandbox.apiRoot,
    telegram:
      mode === 'polling'
        ? { mode }
        : { mode, publicUrl: `http://127.0.0.1:${String(port)}`, secret: webhookSecret },
    staffChatId: isGroupSet ? forum.id : null,
    databaseUrl: embeddedIn === undefined ? await route(db.url) : null,
    dataDir: embeddedIn ?? './data',
    startWaitMs: 5_000,
    host: '127.0.0.1',
    port,
    deskFile: { path: './desk.yaml', explicit: false },
    logLevel: 'silent',
  }

  const log: LogLine[] = []

  async function start(settings: Desk) {
    const started = await runDesk(
      config,
      settings,
      recordLog(logTo, log),
      now === undefined ? clock.desk : { now },
      watching,
    )
    if (!started.ok) throw new Error(started.message)
    clock.follow(started.desk.timers)
    return started.desk
  }

  let running = await start(desk)
  const dropped = [db]
  return {
    sandbox,
    forum,
    db,
    desk,
    log,
    httpUrl: () => running.httpUrl,
    firstSteps: () => running.firstSteps,
    async restart(another = {}) {
      await running.stop()
      running = await start({ ...desk, ...another })
    },
    async moveTo(another) {
      await running.stop()
      dropped.push(another)
      config.databaseUrl = another.url
      running = await start(desk)
    },
    async copyDatabase() {
      await running.stop()
      const copy = await createTestDatabase({ copyOf: config.databaseUrl ?? '' })
      running = await start(desk)
      return copy
    },
    pass: (ms) => running.timers.passTo(new Date(clock.sandbox.now() + ms)),
    async close() {
      await running.stop()
      await sandbox.close()
      for (const one of dropped) await one.drop()
    },
  }
}

/** A log that also keeps what it is given. */
function recordLog(log: Log, lines: LogLine[]): Log {
  const at = (level: LogLine['level']) => (fields: unknown, message?: unknown) => {
    lines.push({ level, message: String(message), fields: fields as LogLine['fields'] })
    log[level](fields, String(message))
  }
  return { debug: log.debug.bind(log), info: at('info'), warn: at('warn'), error: at('error') }
}
