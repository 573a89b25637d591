import { setTimeout as sleep } from 'node:timers/promises'

import type { DeskProcess } from '../desk-process.ts'

/** How a run of the program ended that nobody had asked to end. */
export interface DeskEnd {
  /** Null when it was killed. */
  code: number | null
}

/** The desk as an operating system keeps it: whatever ends is started again. */
export interface SupervisedDesk {
  process: DeskProcess
  ends: readonly DeskEnd[]
  /** `kill -9`; it is started again. */
  kill(): Promise<void>
  /** As an operator stops it, and it stays so; the exit code. */
  stop(): Promise<number | null>
  start(): void
}

const restartMs = 500

export function supervise(process: DeskProcess): SupervisedDesk {
  const ends: DeskEnd[] = []
  let run = 0

  async function keep(own: number): Promise<void> {
    for (;;) {
      const code = await process.ended()
      if (own !== run) return
      ends.push({ code })
      await sleep(restartMs)
      if (own !== run) return
      process.start()
    }
  }

  return {
    process,
    ends,
    kill: () => process.kill(),
    stop() {
      run += 1
      return process.stop()
    },
    start() {
      run += 1
      process.start()
      void keep(run)
    },
  }
}
