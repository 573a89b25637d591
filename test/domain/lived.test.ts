import { describe, expect, test } from 'vitest'

import { firstLook, liveOn, rangesLived, type Lived } from '../../src/domain/lived.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2026, 11, 1)

/** Looks each hour for so long, by a clock that may be wrong. */
function live(lived: Lived, forMs: number, clockAt: number): Lived {
  let now = lived
  for (let passed = hour; passed <= forMs; passed += hour) {
    now = liveOn(now, { elapsedMs: hour, databaseNow: clockAt + passed })
  }
  return now
}

const isKept = (lived: Lived, at: number) =>
  rangesLived(lived, 8 * day).some(({ from, to }) => at >= from && at <= to)

describe('what was written in the last 8 days is kept', () => {
  test('while all clocks are right', () => {
    const lived = live(firstLook(start), 20 * day, start)
    expect(isKept(lived, start + 12 * day + 1)).toBe(true)
    expect(isKept(lived, start + 20 * day)).toBe(true)
    expect(isKept(lived, start + 12 * day - 1)).toBe(false)
  })

  test('on a desk that looks for the first time', () => {
    expect(isKept(firstLook(start), start - 7 * day)).toBe(true)
    expect(isKept(firstLook(start), start - 9 * day)).toBe(false)
  })

  test.each([
    ['ahead', 300 * day],
    ['back', -300 * day],
  ])('when the clock is set %s', (_way, byMs) => {
    const before = live(firstLook(start), 20 * day, start)
    const wrong = start + 20 * day + byMs
    const after = live(before, 2 * day, wrong)
    expect(isKept(after, start + 20 * day - hour)).toBe(true)
    // Within the hour in which it was set, by both clocks.
    expect(isKept(after, start + 20 * day + hour - 1)).toBe(true)
    expect(isKept(after, wrong + 1)).toBe(true)
    // Of the right time six days are left of eight.
    expect(isKept(after, start + 14 * day + 1)).toBe(true)
    expect(isKept(after, start + 13 * day)).toBe(false)

    const right = live(after, 5 * day, start + 22 * day)
    expect(isKept(right, wrong + day)).toBe(true)
    expect(isKept(right, start + 20 * day - hour)).toBe(true)
    const later = live(right, 4 * day, start + 27 * day)
    expect(isKept(later, wrong + day)).toBe(false)
    expect(isKept(later, start + 20 * day - hour)).toBe(false)
    expect(isKept(later, start + 24 * day)).toBe(true)
  })

  test('when it does not run: eight days are days of life', () => {
    const before = live(firstLook(start), 3 * day, start)
    const again = liveOn(before, { elapsedMs: null, databaseNow: start + 100 * day })
    expect(isKept(again, start + 3 * day)).toBe(true)
    // Written between the last look and the end of that run.
    expect(isKept(again, start + 3 * day + 60_000)).toBe(true)
    const later = live(again, 8 * day + hour, start + 100 * day)
    expect(isKept(later, start + 3 * day)).toBe(false)
    expect(isKept(later, start + 100 * day + 2 * hour)).toBe(true)
  })

  test('when it stops for a moment: that is no jump', () => {
    const before = live(firstLook(start), day, start)
    const again = liveOn(before, { elapsedMs: null, databaseNow: start + day + hour / 2 })
    expect(again.spans).toHaveLength(1)
    expect(isKept(again, start + day + hour / 4)).toBe(true)
  })
})

test('time that is let pass on purpose counts as lived, and what is written afterwards is kept', () => {
  const before = live(firstLook(start), day, start)
  const passed = liveOn(before, {
    elapsedMs: 10,
    databaseNow: start + day + 10,
    skippedMs: 8 * day,
  })
  expect(isKept(passed, start + day - 1)).toBe(false)
  expect(isKept(passed, start + day + 5)).toBe(true)
})

test('a clock that jumps all the time fills no memory, and nothing of late is forgotten', () => {
  let lived = firstLook(start)
  for (let jump = 0; jump < 1_000; jump += 1) {
    lived = liveOn(lived, { elapsedMs: 30_000, databaseNow: start + (jump % 7) * day })
    expect(isKept(lived, start + (jump % 7) * day)).toBe(true)
  }
  expect(lived.spans.length).toBeLessThanOrEqual(100)
  for (let which = 0; which < 7; which += 1) expect(isKept(lived, start + which * day)).toBe(true)
})
