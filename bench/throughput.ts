import { startDesk, startEcho, type BotProcess, type Mode } from './bots.ts'
import type { Server } from './database.ts'
import { median } from './quantile.ts'
import { startTelegram, type Telegram } from './telegram.ts'

export interface Speed {
  perSecond: number
  cpuMicroseconds: number
}

export interface Throughput {
  mode: Mode
  desk: Speed
  echo: Speed
}

const people = 2_000
const runs = 3

/**
 * A step of a dialogue (its state, what is to be sent, and "done" committed to the disk; one message
 * edited) against an echo that remembers nothing. Both bots run, and their runs alternate, so that
 * what else the machine does troubles both alike.
 */
export async function measureThroughput(server: Server, mode: Mode): Promise<Throughput> {
  const databaseUrl = await server.create(`throughput_${mode}`)
  const telegrams = { desk: await startTelegram(), echo: await startTelegram() }
  const bots = {
    desk: await startDesk(telegrams.desk, { mode, databaseUrl }),
    echo: await startEcho(telegrams.echo, mode),
  }
  await telegrams.desk.gather(people)
  await telegrams.echo.gather(people)
  await telegrams.desk.begin()

  const speeds: { desk: Speed[]; echo: Speed[] } = { desk: [], echo: [] }
  for (let run = 0; run <= runs; run += 1) {
    for (const name of ['desk', 'echo'] as const) {
      const speed = await burst(telegrams[name], bots[name])
      // The first one is for the compiler of Node.
      if (run > 0) speeds[name].push(speed)
    }
  }
  for (const one of [...Object.values(bots), ...Object.values(telegrams)]) await one.stop()
  return { mode, desk: medians(speeds.desk), echo: medians(speeds.echo) }
}

async function burst(telegram: Telegram, bot: BotProcess): Promise<Speed> {
  const before = await bot.usage()
  const { updates, durationMs } = await telegram.burst()
  const after = await bot.usage()
  return {
    perSecond: (updates * 1_000) / durationMs,
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / updates,
  }
}

function medians(speeds: Speed[]): Speed {
  return {
    perSecond: median(speeds.map(({ perSecond }) => perSecond)),
    cpuMicroseconds: median(speeds.map(({ cpuMicroseconds }) => cpuMicroseconds)),
  }
}
