import { expect, test } from 'vitest'

import { useAllowance } from '../../src/domain/allowance.ts'

const secondMs = 1_000
const hourMs = 3_600_000
const start = Date.UTC(2026, 10, 1)

/** Which of the things done at these times are over. */
function over(times: number[], perMinute: number): number[] {
  let allowance = { regainedAtMs: -Infinity }
  return times.flatMap((at, index) => {
    const { isOver, ...rest } = useAllowance(allowance, at, perMinute)
    allowance = rest
    return isOver ? [index] : []
  })
}

const times = (count: number, everyMs: number) =>
  Array.from({ length: count }, (_, index) => start + index * everyMs)

test.each([1, 7, 20, 300])('%i fit into a moment, and no more', (perMinute) => {
  const all = over(times(perMinute + 3, 0), perMinute)
  expect(all).toEqual([perMinute, perMinute + 1, perMinute + 2])
})

test('thirty within two hours are no flood, and neither are sixty within three minutes', () => {
  expect(over(times(30, 240 * secondMs), 20)).toEqual([])
  expect(over(times(60, 3 * secondMs), 20)).toEqual([])
})

test('who stops for a while may do so much again', () => {
  expect(over([...times(20, 0), start + 30 * secondMs], 20)).toEqual([])
  const again = times(20, 0).map((at) => at + 60 * secondMs)
  expect(over([...times(20, 0), ...again], 20)).toEqual([])
})

test.each([-hourMs, hourMs, -start, 1e15])(
  'after dates that jump by %i it counts as before: a moment, and no more',
  (jumpMs) => {
    const before = times(22, 0)
    const after = times(22, 0).map((at) => at + jumpMs)
    expect(over([...before, ...after], 20)).toEqual([20, 21, 42, 43])
  },
)
