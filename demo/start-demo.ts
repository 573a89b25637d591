import { createLog } from '../src/log.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { buildPageIfStale } from './build-page.ts'
import { createCast } from './cast.ts'
import { createDemoClock } from './clock.ts'
import { configOfDemo, deskOfDemo } from './desk-of-demo.ts'
import { openFolder } from './open-folder.ts'
import { openSandbox } from './open-sandbox.ts'
import type { DemoOptions } from './read-options.ts'

export interface Demo {
  /** The page's address. */
  url: string
  /** Resolves with one sentence when the demo cannot go on. */
  failed: Promise<string>
  stop(): Promise<void>
}

export type DemoVerdict = { ok: true; demo: Demo } | { ok: false; message: string }

/** Starts PostgreSQL, the sandbox and the desk; what can be done at once is. */
export async function startDemo(options: DemoOptions): Promise<DemoVerdict> {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  const fail = async (message: string): Promise<DemoVerdict> => {
    await stop()
    return { ok: false, message }
  }

  const log = createLog(options.verbose ? 'info' : 'silent')
  const folder = await openFolder(options.keepFolder)
  stops.push(() => folder.close())
  const clock = createDemoClock()
  const [server, opened, { runDesk }] = await Promise.all([
    startEmbedded({ dataDir: folder.path, log, durable: folder.kept }),
    openSandbox(options.port, { clock: clock.sandbox, keepCalls: false }),
    import('../src/run-desk.ts'),
    buildPageIfStale(),
  ])
  if (server.ok) stops.push(() => server.stop())
  if (opened.ok) stops.push(() => opened.sandbox.close())
  if (!server.ok) return fail(server.message)
  if (!opened.ok) return fail(opened.message)

  const { sandbox } = opened
  const { forum } = createCast(sandbox)
  const config = configOfDemo({
    ...{ botToken: sandbox.token, telegramApiRoot: sandbox.apiRoot },
    ...{ staffChatId: forum.id, databaseUrl: server.url },
  })
  const started = await runDesk(config, deskOfDemo(), log, clock.desk)
  if (!started.ok) return fail(started.message)
  const { desk } = started
  stops.push(() => desk.stop())
  clock.follow(desk.timers)
  const failed = Promise.race([desk.failed, server.lost])
  return { ok: true, demo: { url: sandbox.apiRoot, failed, stop } }
}
