import { minuteMs } from './minute-window.ts'

/** Longer than anybody waits in a group that was full when he came. */
const keptMs = 2 * minuteMs

/** Whose turns were when. Whoever had none for two minutes is as good as new. */
export interface LastTurns {
  note(whose: string, at: number): void
  /** Counts up with each turn of anybody; 0 without one. */
  lastOf(whose: string): number
  /** How many turns he had within the last minute. */
  recentOf(whose: string, at: number): number
  forgetOld(at: number): void
}

export function createLastTurns(): LastTurns {
  /** In the order of the last turns. */
  const turns = new Map<string, { last: number; times: number[] }>()
  let count = 0
  return {
    note(whose, at) {
      count += 1
      const times = turns.get(whose)?.times.filter((time) => time + minuteMs > at) ?? []
      turns.delete(whose)
      turns.set(whose, { last: count, times: [...times, at] })
    },
    lastOf: (whose) => turns.get(whose)?.last ?? 0,
    recentOf: (whose, at) =>
      turns.get(whose)?.times.filter((time) => time + minuteMs > at).length ?? 0,
    forgetOld(at) {
      for (const [whose, { times }] of turns) {
        if ((times.at(-1) ?? 0) + keptMs > at) return
        turns.delete(whose)
      }
    },
  }
}
