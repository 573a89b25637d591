import { startDesk, startEcho, type BotProcess, type Mode } from './bots.ts'
import type { Server } from './database.ts'
import { quantile } from './quantile.ts'
import { startTelegram, type Telegram } from './telegram.ts'

export interface Latency {
  bot: 'desk' | 'echo'
  mode: Mode
  p50Ms: number
  p99Ms: number
  longestMs: number
}

export const latencyLoad = { perSecond: 200, seconds: 5 }

/** From an update until its answer, at a load far below what the bots can bear. */
export async function measureLatency(server: Server, mode: Mode): Promise<Latency[]> {
  const databaseUrl = await server.create(`latency_${mode}`)
  const desk = await measure('desk', mode, (telegram) => startDesk(telegram, { mode, databaseUrl }))
  const echo = await measure('echo', mode, (telegram) => startEcho(telegram, mode))
  return [desk, echo]
}

async function measure(
  bot: Latency['bot'],
  mode: Mode,
  start: (telegram: Telegram) => Promise<BotProcess>,
): Promise<Latency> {
  const { perSecond, seconds } = latencyLoad
  const telegram = await startTelegram()
  const running = await start(telegram)
  await telegram.gather(perSecond * seconds)
  if (bot === 'desk') await telegram.begin()
  await telegram.burst()
  const { latenciesMs } = await telegram.steady(perSecond, seconds)
  await running.stop()
  await telegram.stop()
  return {
    bot,
    mode,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    longestMs: quantile(latenciesMs, 1),
  }
}
