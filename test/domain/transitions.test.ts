import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { statusAfter, transitions } from '../../src/domain/transitions.ts'
import type { Transition } from '../../src/domain/transitions/transition.ts'

/** What is written of a row in test/fixtures/transitions.json: one line for each status. */
interface StatedRow {
  id: string
  from: string
  event: string
  actor: string
  to: string
  needsReply: string
  closes?: string
  /** Names of what is true of the row, sorted. */
  flags: string[]
  notices: readonly string[]
}

function stated(row: Transition): StatedRow[] {
  const { id, from: statuses, event, actor, to, needsReply, closes, notices, ...flags } = row
  return statuses.map((from) => ({
    id,
    from,
    event,
    actor,
    to: to === 'before' ? to : statusAfter(row, from),
    needsReply,
    ...(closes !== undefined && { closes }),
    // All that is left over: a flag that is misspelled is one more, and one less.
    flags: Object.keys(flags).sort(),
    notices,
  }))
}

describe('the table', () => {
  test('has one row for each status, event and actor', () => {
    const keys = transitions.flatMap((row) =>
      row.from.map((from) => `${from} ${row.event} ${row.actor}`),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('is what was agreed, with its flags and notices', () => {
    const file = new URL('../fixtures/transitions.json', import.meta.url)
    const agreed = JSON.parse(readFileSync(file, 'utf8')) as StatedRow[]
    const keyOf = ({ id, from }: StatedRow) => `${id} from ${from}`
    const byKey = (rows: StatedRow[]) => Object.fromEntries(rows.map((row) => [keyOf(row), row]))
    expect(agreed.length).toBeGreaterThan(60)
    expect(byKey(transitions.flatMap(stated))).toEqual(byKey(agreed))
  })
})
