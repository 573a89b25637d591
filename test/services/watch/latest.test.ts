import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'

import { createLatest } from '../../../src/services/watch/latest.ts'

const never = () => new Promise<number>(() => undefined)

test('nobody waits longer than the limit, and what hangs is not asked again', async () => {
  let asked = 0
  const latest = createLatest(
    () => {
      asked += 1
      return never()
    },
    { limitMs: 20 },
  )
  expect(await Promise.all([latest.read(), latest.read()])).toEqual([null, null])
  expect(await latest.read()).toBeNull()
  expect(asked).toBe(1)
})

test('who asks at about the same time gets one answer, and later a new one', async () => {
  let asked = 0
  const latest = createLatest(() => Promise.resolve((asked += 1)), { freshMs: 50 })
  expect(await Promise.all([latest.read(), latest.read()])).toEqual([1, 1])
  expect(await latest.read()).toBe(1)
  await sleep(60)
  expect(await latest.read()).toBe(2)
})

test('an answer that came too late is known afterwards, for so long', async () => {
  const latest = createLatest(() => sleep(100, 'slow'), { limitMs: 10 })
  expect(await latest.read()).toBeNull()
  expect(latest.lately(60_000)).toBeNull()
  await sleep(150)
  expect(latest.lately(60_000)).toBe('slow')
  expect(latest.lately(1)).toBeNull()
})

test('a question that fails is answered with nothing', async () => {
  const latest = createLatest(() => Promise.reject(new Error('no')))
  expect(await latest.read()).toBeNull()
  expect(latest.lately(60_000)).toBeNull()
})
