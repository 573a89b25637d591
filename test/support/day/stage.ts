import { openSync, closeSync } from 'node:fs'

import pg from 'pg'

import { startSandbox, type Sandbox, type SandboxForum } from '../../../sandbox/index.ts'
import { createDeskProcess } from '../desk-process.ts'
import { freePort } from '../free-port.ts'
import { startProxy, type TcpProxy } from '../tcp-proxy.ts'
import { clockPreload } from './shifted-clock.ts'
import { supervise, type SupervisedDesk } from './supervise.ts'

/** Where a day's desk keeps everything. */
export interface StageDatabase {
  url: string
  /** Ends the server at once, as a power cut does, and starts it again; only of a server of its own. */
  restart?: () => Promise<void>
  drop(): Promise<void>
}

/** Everything a day is played on. */
export interface Stage {
  sandbox: Sandbox
  forum: SandboxForum
  database: StageDatabase
  /** The desk's way to its database. */
  proxy: TcpProxy
  /** Straight to it. */
  db: pg.Pool
  desk: SupervisedDesk
  httpUrl: string
  /** How many updates Telegram has had for the bot. */
  updates(): number
  /** From now on Telegram's limits of a group hold, and the desk, started again, keeps to them. */
  keepToLimits(): Promise<void>
  close(): Promise<void>
}

export interface StageOptions {
  createDatabase: () => Promise<StageDatabase>
  /** What the desk's wall clock is moved by while it is told to be; see shifted-clock.ts. */
  clockShiftMs?: number
  /** The log goes to a device that is full. */
  logIsFull?: boolean
}

/** No day waits for Telegram's real limits, unless it is about them. */
const unhurried = {
  chatPerSecond: 1_000,
  chatBurst: 100,
  groupPerMinute: 100_000,
  bulkPerSecond: 1_000,
}
const telegramsGroupPerMinute = 20
/** Several are opened at once, on a machine that may have other things to do. */
const openWithinMs = 60_000

/** Opens the stage and waits until the desk is ready. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const closing: (() => unknown)[] = []
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  try {
    return await open(options, closing, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  { createDatabase, clockShiftMs, logIsFull = false }: StageOptions,
  closing: (() => unknown)[],
  close: () => Promise<void>,
): Promise<Stage> {
  const database = await createDatabase()
  closing.push(() => database.drop())
  const proxy = await startProxy({ target: database.url })
  closing.push(() => proxy.close())
  const db = new pg.Pool({ connectionString: database.url, max: 2 })
  // The server may be ended under it.
  db.on('error', () => undefined)
  closing.push(() => db.end())
  const sandbox = await startSandbox({ keepCalls: false })
  closing.push(() => sandbox.close())
  let updates = 0
  sandbox.world.updates.onPush(() => (updates += 1))
  const forum = sandbox.forum()
  const port = await freePort()
  const full = logIsFull ? openSync('/dev/full', 'w') : null
  if (full !== null) closing.push(() => closeSync(full))
  const program = await createDeskProcess(
    {
      BOT_TOKEN: sandbox.token,
      TELEGRAM_API_ROOT: sandbox.apiRoot,
      DATABASE_URL: proxy.url,
      STAFF_CHAT_ID: String(forum.id),
      PORT: String(port),
      ...(clockShiftMs !== undefined && { NODE_OPTIONS: clockPreload(clockShiftMs) }),
    },
    deskFile({ pacing: unhurried }),
    full === null ? {} : { stdout: full },
  )
  closing.push(() => program.close())
  const desk = supervise(program)
  closing.push(() => desk.stop())
  const httpUrl = `http://127.0.0.1:${String(port)}`
  const start = async () => {
    desk.start()
    await sandbox
      .until(() => isReady(httpUrl), openWithinMs)
      .catch((cause: unknown) => {
        throw new Error(`The desk did not open: ${program.output()}`, { cause })
      })
  }
  await start()
  return {
    sandbox,
    forum,
    database,
    proxy,
    db,
    desk,
    httpUrl,
    close,
    updates: () => updates,
    async keepToLimits() {
      await desk.stop()
      await program.configure(deskFile({}))
      sandbox.limits.groupPerMinute = telegramsGroupPerMinute
      await start()
    },
  }
}

/** Who gets a ticket is decided by the day, and no notice waits for company. */
function deskFile(limits: object): string {
  return JSON.stringify({
    staff: { distribution: 'manual' },
    timers: { coalesceWindow: 0 },
    limits,
  })
}

async function isReady(httpUrl: string): Promise<boolean> {
  return fetch(`${httpUrl}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}
