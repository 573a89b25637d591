import { afterEach, describe, expect, test, vi } from 'vitest'

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

  describe('when somebody sets the clock of the machine', () => {
    const hourMs = 3_600_000
    const setClockBy = (ms: number) => vi.setSystemTime(Date.now() + ms)

    afterEach(() => {
      vi.useRealTimers()
    })

    test('a private chat is neither silent for an hour nor gets more than it may', () => {
      vi.useFakeTimers({ now: Date.UTC(2026, 10, 1) })
      const pace = createPace(limits)
      for (let index = 0; index < 5; index += 1) pace.reserve(person)
      setClockBy(-hourMs)
      expect(pace.reserve(person)).toBe(1_000)
      setClockBy(2 * hourMs)
      expect(pace.reserve(person)).toBe(2_000)
      pace.pause(person + 1, 3_000)
      setClockBy(-hourMs)
      expect(pace.reserve(person + 1)).toBe(3_000)
    })

    test.each([-hourMs, hourMs])(
      'the group has its next minute after a minute (%i)',
      async (byMs) => {
        vi.useFakeTimers({ now: Date.UTC(2026, 10, 1) })
        const pace = createPace(limits)
        for (let index = 0; index < 18; index += 1) pace.reserve(-1)
        setClockBy(byMs)
        let granted = 0
        const text = { importance: () => 'words' as const, whose: 'a', order: 1, messages: 1 }
        void pace.turn(-1, { ...text, beginsTopic: false }).then(() => (granted += 1))
        await vi.advanceTimersByTimeAsync(59_000)
        expect(granted).toBe(0)
        await vi.advanceTimersByTimeAsync(1_000)
        expect(granted).toBe(1)
        pace.stop()
      },
    )
  })
})
