import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, expect, test, vi } from 'vitest'

import { startClock, type Clock } from '../../../src/services/timers/clock.ts'

let clock: Clock

afterEach(() => clock.stop())

const log = {
  error: (fields: object, message: string) => {
    throw new Error(`${message}: ${JSON.stringify(fields)}`)
  },
}

test('while the clock stands for a task it does not look, and afterwards it does', async () => {
  let looks = 0
  clock = startClock(async () => void (looks += 1), log)
  await clock.standFor(async () => {
    const before = looks
    await sleep(2_100)
    expect(looks).toBe(before)
  })
  const before = looks
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before), 5_000)
})

test('the clock waits for a look that is under way, and tasks wait for each other', async () => {
  const events: string[] = []
  let looked: () => void = () => undefined
  const looking = new Promise<void>((resolve) => (looked = resolve))
  clock = startClock(async () => {
    if (events.length > 0) return
    events.push('look begins')
    looked()
    await sleep(200)
    events.push('look ends')
  }, log)
  await looking
  const task = (name: string) =>
    clock.standFor(async () => {
      events.push(`${name} begins`)
      await sleep(50)
      events.push(`${name} ends`)
    })
  await Promise.all([task('one'), task('two')])
  expect(events).toEqual([
    'look begins',
    'look ends',
    'one begins',
    'one ends',
    'two begins',
    'two ends',
  ])
})

test('what a task throws is for the one who asked; the clock goes on', async () => {
  let looks = 0
  clock = startClock(async () => void (looks += 1), log)
  await expect(clock.standFor(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const before = looks
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before), 5_000)
})

test.each([-3_600_000, 3_600_000])(
  'the clock goes on looking when the time of day is set by %i ms',
  async (byMs) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 1) })
    let looks = 0
    clock = startClock(async () => void (looks += 1), log)
    await vi.advanceTimersByTimeAsync(2_000)
    vi.setSystemTime(Date.now() + byMs)
    const before = looks
    await vi.advanceTimersByTimeAsync(20_000)
    expect(looks - before).toBeGreaterThan(10)
    expect(looks - before).toBeLessThan(25)
    vi.useRealTimers()
  },
)
