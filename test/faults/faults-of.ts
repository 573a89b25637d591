import { beforeAll, describe, expect, inject, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { buildDesk } from '../support/build-desk.ts'
import { copyTemplate } from '../support/database-copy.ts'
import type { Day } from '../support/day/small-day.ts'
import { complaints, type Fault } from './fault.ts'
import { liveQuietly, liveThroughFault } from './live-through-fault.ts'
import { rowOf } from './table.ts'

const giveUpMs = 240_000 * patience

/** One test for each fault, all days side by side: most of a day is waiting. */
export function testFaults(faults: readonly Fault[]): void {
  let quiet: Promise<Day>
  const createDatabase = () => copyTemplate(inject('templateUrl'))

  beforeAll(buildDesk)
  beforeAll(() => {
    quiet = liveQuietly({ createDatabase })
    // Whoever compares with it is told.
    quiet.catch(() => undefined)
  })

  describe.concurrent('nothing is lost, doubled or kept quiet', () => {
    for (const fault of faults) {
      test(fault.name, { timeout: giveUpMs }, async () => {
        const outcome = await liveThroughFault(fault, { createDatabase, scale: 'suite', quiet })
        process.stdout.write(`${rowOf(outcome, await quiet).join(' | ')}\n`)
        expect(complaints(outcome)).toEqual([])
      })
    }
  })
}
