import { resolve } from 'node:path'

import { startDesk } from './bots.ts'
import type { Server } from './database.ts'
import { median } from './quantile.ts'
import { startTelegram, type Telegram } from './telegram.ts'

/** A start of the desk on a database that it has used before. */
export interface Start {
  /** From the start of the process until it says that the desk is open. */
  openMs: number
  /** User and system time until it has answered its first message. */
  cpuMs: number
  /** What the process holds when it has answered its first message and waits. */
  idleBytes: number
  /** The same after a collection, which that moment may be just before or just after. */
  collectedBytes: number
}

const runs = 7

/**
 * Starts of this checkout and of another one, by turns, so that what else the machine does troubles
 * both alike. Each has a database of its own.
 *
 * @param against the folder of the other checkout, built
 * @returns medians
 */
export async function measureStart(
  server: Server,
  against: string,
): Promise<{ here: Start; there: Start }> {
  const telegram = await startTelegram()
  const here = await used(telegram, '.', await server.create('here'))
  const there = await used(telegram, resolve(against), await server.create('there'))
  const starts: { here: Start[]; there: Start[] } = { here: [], there: [] }
  for (let run = 0; run < runs; run += 1) {
    starts.here.push(await here())
    starts.there.push(await there())
  }
  await telegram.stop()
  return { here: medians(starts.here), there: medians(starts.there) }
}

/** Uses a database for the first time; returned is what starts on it again. */
async function used(
  telegram: Telegram,
  checkout: string,
  databaseUrl: string,
): Promise<() => Promise<Start>> {
  const start = async () => {
    const greeted = telegram.greet()
    const startedAt = performance.now()
    const desk = await startDesk(telegram, { mode: 'polling', databaseUrl, checkout })
    const openMs = performance.now() - startedAt
    await greeted
    const { cpuMicroseconds, residentBytes } = await desk.usage({ collect: true })
    const collected = await desk.usage()
    await desk.stop()
    return {
      openMs,
      cpuMs: cpuMicroseconds / 1_000,
      idleBytes: residentBytes,
      collectedBytes: collected.residentBytes,
    }
  }
  await start()
  return start
}

function medians(starts: Start[]): Start {
  const of = (key: keyof Start) => median(starts.map((start) => start[key]))
  return {
    openMs: of('openMs'),
    cpuMs: of('cpuMs'),
    idleBytes: of('idleBytes'),
    collectedBytes: of('collectedBytes'),
  }
}
