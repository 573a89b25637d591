import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import type { TicketStatus } from '../../src/domain/ticket.ts'
import { statusAfter, transitions } from '../../src/domain/transitions.ts'

describe('the table', () => {
  test('has one row for each status, event and actor', () => {
    const keys = transitions.flatMap((row) =>
      row.from.map((from) => `${from} ${row.event} ${row.actor}`),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  const file = new URL('../../../shared/design/transitions.json', import.meta.url)
  const isDesignThere = existsSync(file)
  if (!isDesignThere && process.env['CI'] === 'true') throw new Error('The design table is missing')

  test.runIf(isDesignThere)('says what the design says', () => {
    const design = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>[]
    // Rows of our own begin with K; each has its decision record.
    for (const row of transitions.filter(({ id }) => id.startsWith('T'))) {
      for (const from of row.from) {
        const same = design.find((one) => one['id'] === row.id && one['from'] === from)
        expect(same, `${row.id} from ${from}`).toMatchObject({
          event: row.event,
          actor: row.actor,
          to: statusAfter(row, from),
        })
      }
    }
    for (const row of design) {
      // Creation is a use case of its own: there is no ticket yet that could be in a status.
      if (row['from'] === null) continue
      const from = row['from'] as TicketStatus
      expect(transitions.some((one) => one.id === row['id'] && one.from.includes(from))).toBe(true)
    }
  })
})
