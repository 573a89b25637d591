import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { statusAfter, transitions } from '../../src/domain/transitions.ts'
import type { Transition } from '../../src/domain/transitions/transition.ts'
import { waitsForClient } from '../../src/domain/ticket.ts'
import { createCompiler, readText } from '../support/compiler.ts'

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

  test('is the one of the design, where that stands beside the repository', () => {
    const file = new URL('../../../shared/design/transitions.json', import.meta.url)
    if (!existsSync(file)) return
    type Designed = Pick<StatedRow, 'id' | 'event' | 'actor' | 'to'> & { from: string | null }
    const lines = (rows: Designed[]) =>
      rows
        .map(({ id, from, event, actor, to }) => `${id}: ${from}, ${actor} ${event}: ${to}`)
        .sort()
    const design = JSON.parse(readFileSync(file, 'utf8')) as Designed[]
    // Without the ways in which a ticket begins, and without ours, which have decisions of their own.
    const ofTickets = design.filter(({ from }) => from !== null)
    const ours = transitions.filter(({ id }) => id.startsWith('T')).flatMap(stated)
    // domain.md is newer: a message to a solution rejects nothing.
    const older = ['T22: solution_proposed, client message: open']
    const newer = [
      'T22: solution_proposed, client message: solution_proposed',
      'T34: solution_proposed, system discipline_due: solution_proposed',
      'T37: solution_proposed, system undecided_due: open',
    ]
    const stillDesigned = lines(ofTickets).filter((line) => !older.includes(line))
    expect(lines(ours)).toEqual([...stillDesigned, ...newer].sort())
  })

  test('begins waiting anew only where the ticket waited before and still does', () => {
    for (const row of transitions.filter(({ restartsWaiting }) => restartsWaiting)) {
      const goesOn = row.from.filter((from) => statusAfter(row, from) === from)
      expect(goesOn.some(waitsForClient), row.id).toBe(true)
    }
  })

  describe.each(['by-agent', 'by-client', 'by-system'])('in %s.ts', (name) => {
    const file = `src/domain/transitions/${name}.ts`
    const text = readText(file)
    const compile = createCompiler([file])

    test('compiles as it is', () => {
      expect(compile(new Map())(file)).toBe('')
    })

    // Each where it stands first, be that in a row or in something that rows share.
    const properties = [...new Set(text.match(/(?<=^ +|[{,] )\w+(?=: )/gm))]
    test.each(properties)('lets no row misspell `%s`', (property) => {
      const misspelled = text.replace(` ${property}:`, ` ${property}x:`)
      expect(compile(new Map([[file, misspelled]]))(file)).toContain(
        `'${property}x' does not exist in type`,
      )
    })
  })
})
