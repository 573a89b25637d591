import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { createDeskModel, type DeskModel } from '../support/desk-model.ts'
import { checkInvariants } from '../support/invariants.ts'
import { steps } from '../support/model-steps.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let db: TestDatabase
let model: DeskModel

beforeAll(async () => {
  db = await createTestDatabase()
  model = await createDeskModel(db.database, builtInDesk)
})

afterAll(() => db.drop())

/** Enough for every transition to be taken by many ways. */
const numRuns = 1_000

test(
  'I1 to I16: whatever clients, agents and the clock do, in any order, the invariants hold',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 14 }), async (path) => {
        const life = await model.begin()
        for (const step of path) {
          await life.take(step)
          await checkInvariants(db.database.pool, life, builtInDesk)
        }
      }),
      { numRuns },
    )
    // A table of which half is never reached would prove nothing.
    const taken = await model.transitionsTaken()
    process.stdout.write(`transitions taken: ${taken.join(' ')}\n`)
    expect(taken.length).toBeGreaterThanOrEqual(22)
  },
)
