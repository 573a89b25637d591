import { describe, expect, test } from 'vitest'

import { momentTitle, spanTitle } from '../../../sandbox/page/src/shell/sandbox-time.ts'
import { addressOf, selectionFrom } from '../../../sandbox/page/src/shell/selection-in-address.ts'
import type { Selection } from '../../../sandbox/page/src/store/selection.ts'

describe('what is open, in the address', () => {
  const selections: Selection[] = [
    { clientId: null, agentId: null, topicId: null, pane: 'client' },
    { clientId: 7_000_012, agentId: 7_000_016, topicId: 0, pane: 'staff' },
    { clientId: null, agentId: 7_000_016, topicId: 31, pane: 'staff' },
  ]
  test.each(selections)('is read back as it was written: %o', (selection) => {
    expect(selectionFrom(addressOf(selection))).toEqual(selection)
  })

  test.each(['', '#', '#client=-1&topic=x', '#client=1e9&pane=cellar', '#%00=&&&=='])(
    'of an address that says nothing, nothing is open: %s',
    (address) => {
      expect(selectionFrom(address)).toEqual(selections[0])
    },
  )
})

describe('the sandbox’s time', () => {
  test('is told with its weekday', () => {
    expect(momentTitle(new Date(2026, 10, 23, 18, 9).getTime())).toMatch(/^Mon.* 23 Nov.* 18:09$/)
  })

  test.each([
    [29_000, ''],
    [59_000, '1 minute'],
    [59 * 60_000, '59 minutes'],
    [3_576_000, '1 hour'],
    [3_600_000, '1 hour'],
    [4 * 86_400_000 - 50, '4 days'],
    [-5_000, ''],
  ])('a span of %i ms is "%s"', (spanMs, title) => {
    expect(spanTitle(spanMs)).toBe(title)
  })
})
