import { expect, test } from 'vitest'

import { passTime, type PassTimeDeps } from '../../../src/services/timers/pass-time.ts'

const start = Date.UTC(2026, 11, 1, 12)
const at = (minutes: number) => new Date(start + minutes * 60_000)

/** A desk whose deadlines are these minutes after the start; says what was done at which. */
function deskWith(deadlines: number[]): { deps: PassTimeDeps; done: string[]; now: () => Date } {
  let now = at(0)
  const done: string[] = []
  const minute = () => (now.getTime() - start) / 60_000
  const deps: PassTimeDeps = {
    db: {
      query: async () => {
        const next = deadlines.filter((one) => one > minute()).sort((a, b) => a - b)[0]
        return { rows: [{ at: next === undefined ? null : at(next) }], rowCount: 1 }
      },
    },
    now: () => now,
    moveTo: (to) => void (now = to),
    tick: async () => void done.push(`tick ${String(minute())}`),
    settle: async () => void done.push(`settle ${String(minute())}`),
  }
  return { deps, done, now: () => now }
}

test('time stops at each deadline, and what is due is seen before it goes on', async () => {
  const { deps, done, now } = deskWith([30, 10])
  await passTime(deps, at(45))
  expect(done).toEqual(['tick 10', 'settle 10', 'tick 30', 'settle 30', 'tick 45', 'settle 45'])
  expect(now()).toEqual(at(45))
})

test('a deadline at the very end is kept once, a later one not at all', async () => {
  const { deps, done, now } = deskWith([10, 45, 46])
  await passTime(deps, at(45))
  expect(done).toEqual(['tick 10', 'settle 10', 'tick 45', 'settle 45'])
  expect(now()).toEqual(at(45))
})

test('a deadline that a deed brings with it is kept as well', async () => {
  const deadlines = [10]
  const { deps, done } = deskWith(deadlines)
  const tick = async () => {
    await deps.tick()
    if (deadlines.length === 1) deadlines.push(20)
  }
  await passTime({ ...deps, tick }, at(45))
  expect(done.filter((one) => one.startsWith('tick'))).toEqual(['tick 10', 'tick 20', 'tick 45'])
})

test('time never goes back', async () => {
  const { deps, done, now } = deskWith([10])
  await passTime(deps, at(-5))
  expect(done).toEqual([])
  expect(now()).toEqual(at(0))
})
