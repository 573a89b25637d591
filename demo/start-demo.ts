import { allowedUpdates } from '../src/bot/telegram/allowed-updates.ts'
import { createLog, type Log } from '../src/log.ts'
import { startEmbedded, type EmbeddedVerdict } from '../src/storage/embedded/start-embedded.ts'
import { buildPageIfStale } from '../sandbox/build-page.ts'
import { createCast } from './cast.ts'
import { createDemoClock } from './clock.ts'
import { configOfDemo, deskOfDemo } from './desk-of-demo.ts'
import { keepWorld } from './keep-world.ts'
import { beginKept, finishBeginning, goesOn, type KeptWorld } from './kept-world.ts'
import type { DemoFolder } from './open-folder.ts'
import { openSandbox } from '../sandbox/open-sandbox.ts'
import type { DemoOptions } from './read-options.ts'
import type { Progress } from './seed/play-stories.ts'

export interface Demo {
  /** The page's address. */
  url: string
  /** The desk's own database, for those who look behind the page. */
  databaseUrl: string
  /** Resolves with one sentence when the demo cannot go on. */
  failed: Promise<string>
  stop(): Promise<void>
}

/** How far back the tickets of --seed begin. */
const seededMs = 14 * 86_400_000

export type DemoVerdict = { ok: true; demo: Demo } | { ok: false; message: string }

/** Starts PostgreSQL, the sandbox and the desk; what can be done at once is. */
export async function startDemo(options: DemoOptions, given: Given): Promise<DemoVerdict> {
  const { path, kept: isKept } = given.folder
  const read = isKept ? await beginKept(path) : { ok: true as const, kept: null }
  if (!read.ok) return read

  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const started = await startParts(options, { ...given, kept: read.kept, stops })
    if (!started.ok) await stop()
    return started.ok ? { ok: true, demo: { ...started.running, stop } } : started
  } catch (error) {
    await stop()
    throw error
  }
}

interface Given {
  folder: DemoFolder
  progress: Progress
  /** Somebody wants to end the demo while it starts. */
  stopping: AbortSignal
}

interface Beginning extends Given {
  kept: KeptWorld | null
  /** Gets what is to be undone, as it is started. */
  stops: (() => Promise<void>)[]
}

type Running = { ok: true; running: Omit<Demo, 'stop'> } | { ok: false; message: string }

async function startParts(
  options: DemoOptions,
  { folder, progress, stopping, kept, stops }: Beginning,
): Promise<Running> {
  const log = createLog(options.verbose ? 'info' : 'silent')
  const seeds = options.seed && kept === null
  const clock = createDemoClock(kept?.aheadMs ?? (seeds ? -seededMs : 0))
  const saved = kept === null ? {} : { saved: kept.world }
  const parts = [
    startDatabase(folder, log, stops),
    openSandbox(options.port, { clock: clock.sandbox, keepCalls: false, ...saved }, stops),
    import('../src/run-desk.ts'),
    buildPageIfStale(),
  ] as const
  // What could be started is to be stopped, whatever became of the rest.
  await Promise.allSettled(parts)
  const [database, opened, { runDesk }] = await Promise.all(parts)
  if (!database.ok) return database
  if (!opened.ok) return opened

  const { sandbox } = opened
  // The desk hears of its agents, although it asks for updates only later.
  sandbox.world.updates.allow(allowedUpdates)
  const cast = kept === null ? createCast(sandbox) : null
  if (folder.kept) stops.push((await keepWorld(folder.path, sandbox, clock)).stop)
  const config = configOfDemo({
    botToken: sandbox.token,
    telegramApiRoot: sandbox.apiRoot,
    staffChatId: cast?.forum.id ?? forumOf(kept),
    databaseUrl: database.url,
  })
  const started = await runDesk(config, deskOfDemo(), log, clock.desk)
  if (!started.ok) return started
  const { desk } = started
  stops.push(desk.stop)
  clock.follow(desk.timers)
  if (seeds && cast !== null) {
    const { seedDesk } = await import('./seed/seed-desk.ts')
    const how = { databaseUrl: database.url, progress, stopping }
    await seedDesk({ sandbox, cast, clock }, how)
  }
  if (!stopping.aborted) await finishBeginning(folder.path)
  const failed = Promise.race([desk.failed, database.lost])
  return { ok: true, running: { url: sandbox.apiRoot, databaseUrl: database.url, failed } }
}

async function startDatabase(
  { path, kept }: DemoFolder,
  log: Log,
  stops: Beginning['stops'],
): Promise<EmbeddedVerdict> {
  // What nobody keeps need not reach the disk.
  const server = await startEmbedded({ dataDir: path, log, durable: kept })
  if (server.ok) stops.push(server.stop)
  if (server.ok || server.inUse !== true) return server
  return { ok: false, message: goesOn(path) }
}

function forumOf(kept: KeptWorld | null): number {
  const forum = [...(kept?.world.chats.values() ?? [])].find(({ shape }) => shape.is_forum)
  return forum?.shape.id ?? 0
}
