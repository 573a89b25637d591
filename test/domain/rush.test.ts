import { expect, test } from 'vitest'

import { judgeRush, type Rush } from '../../src/domain/rush.ts'

const minuteMs = 60_000
const start = Date.UTC(2026, 10, 1)
const perMinute = 3

/** What supervisors read as time goes on: when, in which message, and how many wait. */
function told(seen: [minutes: number, waiting: number][]) {
  let rush: Rush | null = null
  return seen.flatMap(([minutes, waiting]) => {
    const verdict = judgeRush(rush, { waiting, perMinute, nowMs: start + minutes * minuteMs })
    if (!verdict.isNews) return []
    rush = verdict.rush
    return [[minutes, (verdict.slotId - start) / minuteMs, verdict.waiting]]
  })
}

test('who gets a topic within two minutes is no rush', () => {
  const few: [number, number][] = [
    [0, 1],
    [1, 6],
    [2, 0],
  ]
  expect(told(few)).toEqual([])
})

test('a rush is one message, changed every minute while the number does, and at its end', () => {
  const rush: [number, number][] = [
    [0, 7],
    [0.1, 90],
    [1, 300],
    [1.9, 480],
    [2, 490],
    [4, 490],
    [4.1, 489],
    [5, 480],
    [6.2, 470],
    [6.3, 0],
    [7, 0],
  ]
  expect(told(rush)).toEqual([
    [0, 0, 7],
    [1, 0, 300],
    [2, 0, 490],
    [4.1, 0, 489],
    [6.2, 0, 470],
    [6.3, 0, 0],
  ])
})

test('the next rush is another message', () => {
  expect(
    told([
      [0, 50],
      [3, 0],
      [60, 50],
    ]),
  ).toEqual([
    [0, 0, 50],
    [3, 0, 0],
    [60, 60, 50],
  ])
})

test('a clock that was set back does not silence it', () => {
  expect(
    told([
      [0, 50],
      [-60, 40],
    ]),
  ).toHaveLength(2)
})
