import { startChild } from '../child.ts'
import type { Ready } from '../orders.ts'
import type { ActName } from './acts.ts'
import type { Cast, Life } from './past.ts'

export type StageOrder =
  | { do: 'cast'; clients: number; agents: number }
  /** A ticket is lived from its beginning to its end. */
  | { do: 'live' }
  /** Everybody of the cast opens a ticket. */
  | { do: 'open' }
  /** Everybody does the same, one after another. */
  | { do: 'play'; act: ActName }

export type StageReady = Ready

/** A stand-in Telegram with people who do one thing after another. */
export interface Stage extends Ready {
  cast(clients: number, agents: number): Promise<Cast>
  live(): Promise<Life>
  open(): Promise<void>
  /** From an update until the first call that answers it, for each client of the cast. */
  play(act: ActName): Promise<number[]>
  stop(): Promise<void>
}

export async function startStage(): Promise<Stage> {
  const child = startChild(['--import', 'tsx', 'bench/scale/stage-program.ts'])
  const ready = (await child.next()) as StageReady
  const ask = (order: StageOrder) => child.ask(order)
  return {
    ...ready,
    cast: async (clients, agents) => (await ask({ do: 'cast', clients, agents })) as Cast,
    live: async () => (await ask({ do: 'live' })) as Life,
    async open() {
      await ask({ do: 'open' })
    },
    async play(act) {
      const { latenciesMs } = (await ask({ do: 'play', act })) as { latenciesMs: number[] }
      return latenciesMs
    },
    stop: () => child.stop(),
  }
}
