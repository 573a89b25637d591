import { startOwnServer } from '../support/day/own-server.ts'
import { liveThroughDay, type Day } from '../support/day/small-day.ts'
import type { StageDatabase } from '../support/day/stage.ts'
import { unusual } from '../support/day/told.ts'
import { latestMs, type Fault, type Outcome, type Scale, type Seen } from './fault.ts'

export interface Ground {
  createDatabase: () => Promise<StageDatabase>
  scale: Scale
  /** The day without a fault that the others are compared with. */
  quiet: Promise<Day>
}

const patienceBeyondMs = 10_000

/** A day without any fault. */
export function liveQuietly({ createDatabase }: Pick<Ground, 'createDatabase'>): Promise<Day> {
  return liveThroughDay({ createDatabase, trouble: null, patienceMs: 40_000 })
}

/** Plays a fault's day; what was told in it is what is not told in a quiet one. */
export async function liveThroughFault(
  fault: Fault,
  { createDatabase, scale, quiet }: Ground,
): Promise<Outcome> {
  const seen: Seen = { inFlight: 0, wrong: [], notes: [] }
  const { hasOwnServer = false, clockShiftMs, logIsFull } = fault.stage ?? {}
  const lastsMs = fault.lastsMs[scale]
  const day = await liveThroughDay({
    createDatabase: hasOwnServer ? startOwnServer : createDatabase,
    ...(clockShiftMs !== undefined && { clockShiftMs }),
    ...(logIsFull !== undefined && { logIsFull }),
    ...fault.day,
    trouble: {
      lastsMs,
      begin: (stage, load) => fault.begin({ stage, load, scale, lastsMs, seen }),
    },
    patienceMs: latestMs(fault, scale) + patienceBeyondMs,
  })
  const told = unusual(day.told, (await quiet).told)
  return { fault, scale, day: { ...day, told }, seen }
}
