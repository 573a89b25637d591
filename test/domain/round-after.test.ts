import { describe, expect, test } from 'vitest'

import { roundAfter } from '../../src/domain/round-after.ts'
import { numberInName, topicName } from '../../src/domain/topic-name.ts'

const at = (time: string) => new Date(time)

describe('the number of a proposal or closure', () => {
  test('is greater than any that an older copy of the ticket came to before', () => {
    const copy = roundAfter(0, at('2026-11-26T08:00:00Z'))
    const lost = roundAfter(
      roundAfter(copy, at('2026-11-26T09:00:00Z')),
      at('2026-11-26T10:00:00Z'),
    )
    expect(roundAfter(copy, at('2026-11-26T10:00:01Z'))).toBeGreaterThan(lost)
  })

  test('grows within one second, and when the clock goes back', () => {
    const first = roundAfter(0, at('2026-11-26T08:00:00Z'))
    expect(roundAfter(first, at('2026-11-26T08:00:00Z'))).toBe(first + 1)
    expect(roundAfter(first, at('2020-01-01T00:00:00Z'))).toBe(first + 1)
    expect(roundAfter(0, at('2020-01-01T00:00:00Z'))).toBe(1)
  })

  test('fits the database whatever the clock says', () => {
    const far = roundAfter(0, at('3000-01-01T00:00:00Z'))
    expect(far).toBe(2_146_483_647)
    expect(roundAfter(far, at('3000-01-01T00:00:00Z'))).toBe(2_146_483_648)
    expect(roundAfter(far, at('2026-11-26T08:00:00Z'))).toBe(2_146_483_648)
  })
})

describe('the name of a topic', () => {
  test.each([
    [topicName(12, 'The #13 fails'), 12],
    ['#12', null],
    ['12 words', null],
    ['Team #12 talk', null],
    ['#012 words', null],
    ['#99999999999 words', null],
    ['#9999999999 words', null],
  ])('"%s" has the number %s', (name, number) => {
    expect(numberInName(name)).toBe(number)
  })
})
