import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { enqueue } from '../../../src/services/notifier/enqueue.ts'
import { claimRows } from '../../../src/services/notifier/outbox.ts'
import type { Outcome, OutboxRow } from '../../../src/services/notifier/outcome.ts'
import { settleRows, type Settlement } from '../../../src/services/notifier/settle-rows.ts'
import { createSettling } from '../../../src/services/notifier/settling.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const pauses = { firstMs: 5, lastMs: 20 }

let db: TestDatabase
let logged: string[]
const log = {
  warn: (_fields: object, message: string) => void logged.push(message),
  error: (_fields: object, message: string) => void logged.push(message),
}

beforeEach(async () => {
  db = await createTestDatabase()
  logged = []
})

afterEach(() => db.drop())

/** A row that is under way. */
async function claimedRow(cause: string): Promise<OutboxRow> {
  const { pool } = db.database
  const content = { text: cause, entities: [] }
  const place = { kind: 'person', personId: 7 } as const
  const [row] = await enqueue(pool, cause, [{ kind: 'say', place, content }])
  expect(await claimRows(pool, 'run', [row!])).toEqual([true])
  return { ...row!, attempts: 1 }
}

const settlementOf = (row: OutboxRow, outcome: Outcome): Settlement => ({
  row,
  outcome,
  merged: [],
})

async function endOf({ id }: OutboxRow) {
  const { rows } = await db.database.pool.query<{ state: string; error: string | null }>(
    'select state, error from outbox where id = $1',
    [id],
  )
  return rows[0]
}

const away = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))

describe('what became of a row', () => {
  test('of which one thing can never be written ends visibly, and holds up no other', async () => {
    const { pool } = db.database
    const settling = createSettling({ settle: (some) => settleRows(pool, some), log, pauses })
    const [poisoned, sound] = [await claimedRow('poisoned'), await claimedRow('sound')]
    const nowhere = { place: { chatId: 7, messageId: 1 }, message: 999_999, shows: 'text' } as const
    const ends = await Promise.all([
      settling.settle(settlementOf(poisoned, { state: 'sent', copies: [nowhere] })),
      settling.settle(settlementOf(sound, { state: 'sent' })),
    ])
    expect(ends).toEqual([[], []])
    expect(await endOf(sound)).toEqual({ state: 'sent', error: null })
    expect(await endOf(poisoned)).toEqual({
      state: 'unknown',
      error: expect.stringMatching(
        /^Ended as sent, which cannot be written: .*foreign key/,
      ) as string,
    })
    expect(logged.at(-1)).toMatch(/can never be written/)
    expect(settling.unwritten().count).toBe(0)
  })

  test('is counted while the database is away, and tried once more at the end', async () => {
    const settle = vi.fn(away)
    const settling = createSettling({ settle, log, pauses: { firstMs: 60_000, lastMs: 60_000 } })
    const row = await claimedRow('unwritten')
    const settled = settling.settle(settlementOf(row, { state: 'sent' }))
    await vi.waitFor(() => expect(settling.unwritten().count).toBe(1))
    settling.stop()
    expect(await settled).toBe(null)
    expect(settle).toHaveBeenCalledTimes(2)
    expect(logged.at(-1)).toMatch(/^The program stops .* may be sent again$/)
  })

  test('is not written over a later attempt', async () => {
    const { pool } = db.database
    const row = await claimedRow('late')
    await settleRows(pool, [settlementOf(row, { state: 'retry', afterMs: 0, error: 'later' })])
    expect(await claimRows(pool, 'run', [row])).toEqual([true])
    const sent: Outcome = { state: 'sent', followUps: [{ kind: 'leave', chatId: 1 }] }
    expect(await settleRows(pool, [settlementOf(row, sent)])).toEqual([[]])
    expect(await endOf(row)).toEqual({ state: 'sending', error: 'later' })
  })

  test('with an error that PostgreSQL cannot keep as it is', async () => {
    const { pool } = db.database
    const row = await claimedRow('nul')
    await settleRows(pool, [settlementOf(row, { state: 'dead', error: 'a\0b' })])
    expect(await endOf(row)).toEqual({ state: 'dead', error: 'a\ufffdb' })
  })
})

describe('a claim', () => {
  test('whose answer was lost is still the claimer’s, and nobody else’s', async () => {
    const { pool } = db.database
    const content = { text: 'x', entities: [] }
    const place = { kind: 'person', personId: 7 } as const
    const [row] = await enqueue(pool, 'claimed', [{ kind: 'say', place, content }])
    expect(await claimRows(pool, 'ours', [row!])).toEqual([true])
    expect(await claimRows(pool, 'theirs', [row!])).toEqual([false])
    expect(await claimRows(pool, 'ours', [row!])).toEqual([true])
    expect(await claimRows(pool, 'ours', [{ ...row!, attempts: 1 }])).toEqual([false])
  })
})
