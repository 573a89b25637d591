import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startDesk, type DeskOptions } from './bots.ts'
import type { Server } from './database.ts'
import { median } from './quantile.ts'
import { startTelegram, type Telegram } from './telegram.ts'

export interface Boot {
  database: string
  /** From the start of the process until it says that the desk is open. */
  openMs: number
  /** From the start until the answer to a message that had been waiting. */
  firstAnswerMs: number
}

const runs = 3

/** The start of the desk on a database that it has used before. */
export async function measureBoot(server: Server): Promise<Boot[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kvytok-bench-boot-'))
  const telegram = await startTelegram()
  const databaseUrl = await server.create('boot')
  const boots = [
    await measure('PostgreSQL that runs', telegram, { mode: 'polling', databaseUrl }),
    await measure('embedded, started with it', telegram, { mode: 'polling', dataDir }),
  ]
  await telegram.stop()
  await rm(dataDir, { recursive: true, force: true })
  return boots
}

async function measure(database: string, telegram: Telegram, options: DeskOptions): Promise<Boot> {
  const first = await startDesk(telegram, options)
  await first.stop()
  const boots: { openMs: number; firstAnswerMs: number }[] = []
  for (let run = 0; run < runs; run += 1) {
    const greeted = telegram.greet()
    const startedAt = Date.now()
    const desk = await startDesk(telegram, options)
    const openMs = Date.now() - startedAt
    const { answeredAt } = await greeted
    boots.push({ openMs, firstAnswerMs: answeredAt - startedAt })
    await desk.stop()
  }
  return {
    database,
    openMs: median(boots.map((boot) => boot.openMs)),
    firstAnswerMs: median(boots.map((boot) => boot.firstAnswerMs)),
  }
}
