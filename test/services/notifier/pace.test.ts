import { describe, expect, test } from 'vitest'

import { createPace } from '../../../src/services/notifier/pace.ts'

const limits = { chatPerSecond: 1, chatBurst: 5, groupPerMinute: 18, bulkPerSecond: 29 }
const person = 7

describe('the pace', () => {
  test('lets a short burst into a private chat pass, then one a second', () => {
    const pace = createPace(limits, () => 0)
    const waits = Array.from({ length: 8 }, () => pace.reserve(person))
    expect(waits).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 3_000])
  })

  test('stops a chat for as long as Telegram asked, and no other chat', () => {
    const pace = createPace(limits, () => 0)
    pace.pause(person, 3_000)
    expect(pace.reserve(person)).toBe(3_000)
    expect(pace.reserve(person + 1)).toBe(0)
  })

  test('spreads bulk over the second and leaves interactive calls alone', () => {
    const pace = createPace(limits, () => 0)
    const bulk = Array.from({ length: 30 }, (_, index) => pace.reserve(100 + index, { bulk: true }))
    expect(bulk.at(-1)).toBeCloseTo(1_000, 0)
    expect(pace.reserve(999)).toBe(0)
  })
})
