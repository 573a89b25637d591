import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { readTicket } from '../../src/services/tickets/read-tickets.ts'
import { createDeskModel, type DeskModel, type Life } from '../support/desk-model.ts'
import { checkClosed, checkInvariants } from '../support/invariants.ts'
import { steps } from '../support/model-steps.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let db: TestDatabase
let model: DeskModel

beforeAll(async () => {
  db = await createTestDatabase()
  model = await createDeskModel(db.database, builtInDesk)
})

afterAll(() => db.drop())

const ticketsOf = async ({ numbers }: Life): Promise<Ticket[]> => {
  const found = numbers.map((number) => readTicket(db.database.pool, number))
  return (await Promise.all(found)).filter((ticket) => ticket !== null)
}

/** Enough for every transition to be taken by many ways. */
const numRuns = 1_000

test(
  'I1 to I16: whatever clients, agents and the clock do, in any order, the invariants hold',
  { timeout: 600_000 * patience },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 14 }), async (path) => {
        const life = await model.begin()
        for (const step of path) {
          const before = await ticketsOf(life)
          await life.take(step)
          for (const number of life.numbers) {
            await checkInvariants(db.database.pool, { number }, builtInDesk)
          }
          const after = await ticketsOf(life)
          for (const [index, ticket] of before.entries()) checkClosed(ticket, after[index]!)
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
