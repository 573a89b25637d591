import { startDesk } from './bots.ts'
import type { Server } from './database.ts'
import { quantile } from './quantile.ts'
import { acts, type ActName } from './scale/acts.ts'
import { fill } from './scale/fill.ts'
import { readKept, type KeptBytes } from './scale/kept-bytes.ts'
import type { Size } from './scale/past.ts'
import { measureReads } from './scale/reads.ts'
import { startStage, type Stage } from './scale/stage.ts'

/** One command or statement on the small database and on the large one. */
export interface Compared {
  what: string
  p50Ms: Record<SizeName, number>
  p99Ms: Record<SizeName, number>
}

export interface Scale {
  /** What the large database takes, before anything was played on it. */
  kept: KeptBytes[]
  commands: Compared[]
  reads: Compared[]
}

export type SizeName = 'small' | 'large'

/** The same team works at both desks, so both have as many live tickets; what grows is the past. */
const smallSize: Size = { tickets: 1_000, people: 100, live: 400 }
const sizeNames = ['small', 'large'] as const

const clients = 20
const agents = 10

/**
 * Handling times of all commands on two databases of which one holds a thousand times as much. Both
 * desks run, and every command alternates between them, so that what else the machine does troubles
 * both alike.
 */
export async function measureScale(
  server: Server,
  { tickets, rounds = 40 }: { tickets: number; rounds?: number },
): Promise<Scale> {
  const largeSize: Size = { tickets, people: tickets / 10, live: 400 }
  const small = await openDesk(server, 'small', smallSize)
  const large = await openDesk(server, 'large', largeSize)
  const desks = { small, large }
  const kept = await readKept(large.databaseUrl)
  const latenciesMs = new Map<ActName, Record<SizeName, number[]>>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const act of Object.keys(acts) as ActName[]) {
      for (const name of round % 2 === 0 ? sizeNames : sizeNames.toReversed()) {
        const played = await desks[name].stage.play(act)
        // The first round is for the compiler of Node and for PostgreSQL's plans.
        if (round === 0) continue
        const all = latenciesMs.get(act) ?? { small: [], large: [] }
        all[name].push(...played)
        latenciesMs.set(act, all)
      }
    }
  }
  for (const { stop } of Object.values(desks)) await stop()
  const reads = await measureReads({ small: small.databaseUrl, large: large.databaseUrl })
  return {
    kept,
    commands: [...latenciesMs].map(([act, all]) => compare(act, all)),
    reads: reads.map(([what, all]) => compare(what, all)),
  }
}

interface OpenDesk {
  stage: Stage
  databaseUrl: string
  stop: () => Promise<void>
}

async function openDesk(server: Server, name: SizeName, size: Size): Promise<OpenDesk> {
  const stage = await startStage()
  const databaseUrl = await server.create(`scale_${name}`)
  const cast = await stage.cast(clients, agents)
  const young = await startDesk(stage, { mode: 'polling', databaseUrl })
  const life = await stage.live()
  await young.stop()
  await fill(databaseUrl, size, cast, life)
  const desk = await startDesk(stage, { mode: 'polling', databaseUrl })
  await stage.open()
  return {
    stage,
    databaseUrl,
    async stop() {
      await desk.stop()
      await stage.stop()
    },
  }
}

function compare(what: string, { small, large }: Record<SizeName, number[]>): Compared {
  const at = (share: number) => ({ small: quantile(small, share), large: quantile(large, share) })
  return { what, p50Ms: at(0.5), p99Ms: at(0.99) }
}
