import { minuteMs } from './minute-window.ts'

/** Longer than anybody waits in a group that was full when he came. */
const keptMs = 2 * minuteMs

/** Whose turn was when. Whoever had none for two minutes is as good as new. */
export interface LastTurns {
  note(whose: string, at: number): void
  /** Counts up with each turn; 0 without one. */
  of(whose: string): number
  forgetOld(at: number): void
}

export function createLastTurns(): LastTurns {
  /** In the order of the turns. */
  const turns = new Map<string, { turn: number; at: number }>()
  let count = 0
  return {
    note(whose, at) {
      count += 1
      turns.delete(whose)
      turns.set(whose, { turn: count, at })
    },
    of: (whose) => turns.get(whose)?.turn ?? 0,
    forgetOld(at) {
      for (const [whose, last] of turns) {
        if (last.at + keptMs > at) return
        turns.delete(whose)
      }
    },
  }
}
