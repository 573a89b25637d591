import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startChild, type Child } from './child.ts'
import type { Ready } from './orders.ts'

export type Mode = 'polling' | 'webhook'

/** What a bot's process has used so far. */
export interface Usage {
  /** User and system time. */
  cpuMicroseconds: number
  residentBytes: number
  heapBytes: number
  /** What is left of the heap after a collection; taken only when asked for. */
  liveHeapBytes: number
}

export interface BotProcess {
  usage(options?: { collect?: boolean }): Promise<Usage>
  stop(): Promise<void>
}

/** Loaded into a bot's process before it: tells what the process uses, and keeps nothing alive. */
const probe = `
  process.on('message', ({ collect }) => {
    const { rss, heapUsed } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    if (collect) globalThis.gc()
    process.send({ result: {
      cpuMicroseconds: user + system, residentBytes: rss, heapBytes: heapUsed,
      liveHeapBytes: collect ? process.memoryUsage().heapUsed : 0,
    } })
  })
  process.channel.unref()`
const withProbe = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(probe)}`]

/**
 * Telegram's real limits would hold back a thousand people who all write at once, and notices and
 * cards would wait for others of their ticket. The queue is looked at each second, and given to
 * nobody who has a ticket already.
 */
const unhurried = {
  staff: { capacity: 1 },
  timers: { coalesceWindow: 0 },
  limits: {
    messagesPerMinute: 100_000,
    pacing: {
      chatPerSecond: 10_000,
      chatBurst: 10_000,
      groupPerMinute: 100_000,
      bulkPerSecond: 10_000,
    },
  },
}

/** The compiled desk, as it is run in production; resolves when it is open. */
export async function startDesk(
  { apiRoot, token, staffChatId }: Ready,
  { mode, nodeFlags = [], settings = unhurried, checkout = '.', ...database }: DeskOptions,
): Promise<BotProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'kvytok-bench-desk-'))
  const path = join(folder, 'desk.yaml')
  await writeFile(path, JSON.stringify(settings))
  // Only the webhook's address must be known before; a port of the system's choice is surely free.
  const port = mode === 'webhook' ? String(await freePort()) : '0'
  const program = join(checkout, 'dist/main.js')
  const child = startChild([...withProbe, ...nodeFlags, '--enable-source-maps', program], {
    TELEGRAM_API_ROOT: apiRoot,
    BOT_TOKEN: token,
    STAFF_CHAT_ID: String(staffChatId),
    DESK_FILE: path,
    PORT: port,
    ...('databaseUrl' in database
      ? { DATABASE_URL: database.databaseUrl }
      : { DATA_DIR: database.dataDir }),
    ...(mode === 'webhook' && { PUBLIC_URL: `http://127.0.0.1:${port}` }),
  })
  await child.printed('The desk is open')
  return {
    usage: usageOf(child),
    async stop() {
      await child.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type DeskOptions = {
  mode: Mode
  nodeFlags?: string[]
  /** The desk file; {} is the desk as it is delivered. */
  settings?: object
  /** Folder of the desk's code; default: this one. */
  checkout?: string
} & ({ databaseUrl: string } | { dataDir: string })

/** Telegraf alone, which answers each text with the same text. */
export async function startEcho({ apiRoot, token }: Ready, mode: Mode): Promise<BotProcess> {
  const port = String(await freePort())
  const file = ['--import', 'tsx', 'bench/echo-program.ts']
  const child = startChild([...withProbe, ...file, apiRoot, token, mode, port])
  await child.printed('The bot runs')
  return { usage: usageOf(child), stop: () => child.stop() }
}

function usageOf(child: Child): BotProcess['usage'] {
  return async ({ collect = false } = {}) => (await child.ask({ collect })) as Usage
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
