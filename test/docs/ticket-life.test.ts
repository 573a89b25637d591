import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { drawLife } from '../../scripts/draw-life.ts'
import { statuses } from '../../src/domain/ticket.ts'
import { transitions } from '../../src/domain/transitions.ts'

const page = new URL('../../docs/ticket-life.md', import.meta.url)

test('the drawing of a ticket’s life is what the table gives: npm run drawing', () => {
  expect(readFileSync(page, 'utf8')).toBe(drawLife(transitions))
})

test('the drawing has every status and every row', () => {
  const drawn = drawLife(transitions)
  for (const status of statuses) expect(drawn).toMatch(new RegExp(`(?:^| )${status}(?: |:|$)`, 'm'))
  for (const { actor, event } of transitions) {
    expect(drawn).toContain(`${actor} ${event.replaceAll('_', ' ')}`)
  }
})
