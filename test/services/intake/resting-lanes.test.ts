import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { StoredUpdate } from '../../../src/services/intake/inbox.ts'
import { createLanes, type Lanes } from '../../../src/services/intake/lanes.ts'

const restMs = 3_000

/** What is stored and not handled, as the database would have it. */
let inbox: StoredUpdate[]
let handled: { updateId: number; lane: string; at: number }[]
let lanes: Lanes
let isDatabaseAway = false
/** How long the database takes to answer what it has found. */
let answerMs = 0

const update = (updateId: number, lane: string, album?: string): StoredUpdate => ({
  updateId,
  lane,
  payload: { message: album === undefined ? {} : { media_group_id: album } },
  attempts: 0,
  receivedAt: new Date(Date.now() - 60_000),
})

function store(...updates: StoredUpdate[]): void {
  inbox.push(...updates)
  lanes.offer(updates)
}

const ids = (lane: string) =>
  handled.filter((one) => one.lane === lane).map(({ updateId }) => updateId)

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 1) })
  inbox = []
  handled = []
  isDatabaseAway = false
  answerMs = 0
  lanes = createLanes({
    async run(updates) {
      for (const { updateId, lane } of updates) {
        if (lane === 'flood') lanes.rest(lane, restMs)
        inbox = inbox.filter((one) => one.updateId !== updateId)
        handled.push({ updateId, lane, at: Date.now() })
      }
      await Promise.resolve()
    },
    async backlog(lane, limit) {
      if (isDatabaseAway) throw new Error('away')
      const found = inbox.filter((one) => one.lane === lane).slice(0, limit)
      if (answerMs > 0) await new Promise((resolve) => setTimeout(resolve, answerMs))
      return found
    },
  })
})

afterEach(async () => {
  await lanes.stop()
  vi.useRealTimers()
})

test('a lane that rests goes on in order, one update a rest, and nothing of it is in memory', async () => {
  store(...Array.from({ length: 200 }, (_, index) => update(index + 1, 'flood')))
  await vi.advanceTimersByTimeAsync(0)
  expect(ids('flood')).toEqual([1])
  expect(lanes.size()).toBe(0)
  await vi.advanceTimersByTimeAsync(10 * restMs)
  expect(ids('flood')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(lanes.size()).toBe(0)
})

test('whoever floods fills no high-water mark and holds up nobody', async () => {
  store(...Array.from({ length: 6_000 }, (_, index) => update(index + 1, 'flood')))
  await vi.advanceTimersByTimeAsync(0)
  let hasRoom = false
  void lanes.room().then(() => (hasRoom = true))
  store(update(9_000, 'other'))
  await vi.advanceTimersByTimeAsync(0)
  expect(hasRoom).toBe(true)
  expect(ids('other')).toEqual([9_000])
})

test('what comes while a lane rests is not lost, and comes in its turn', async () => {
  store(update(1, 'flood'), update(2, 'flood'))
  await vi.advanceTimersByTimeAsync(1_000)
  store(update(3, 'flood'))
  expect(lanes.size()).toBe(0)
  await vi.advanceTimersByTimeAsync(restMs)
  store(update(4, 'flood'))
  await vi.advanceTimersByTimeAsync(10 * restMs)
  expect(ids('flood')).toEqual([1, 2, 3, 4])
  expect(inbox).toEqual([])
  store(update(5, 'flood'))
  await vi.advanceTimersByTimeAsync(0)
  expect(ids('flood').at(-1)).toBe(5)
})

test('what comes while the inbox is read is not lost', async () => {
  answerMs = 100
  store(update(1, 'flood'))
  await vi.advanceTimersByTimeAsync(restMs + 50)
  store(update(2, 'flood'))
  await vi.advanceTimersByTimeAsync(10 * restMs)
  expect(ids('flood')).toEqual([1, 2])
})

test('an album is not cut by the end of a page', async () => {
  const album = Array.from({ length: 10 }, (_, index) => update(100 + index, 'flood', 'album'))
  const units: number[] = []
  await lanes.stop()
  lanes = createLanes({
    async run(updates) {
      units.push(updates.length)
      inbox = inbox.filter((one) => !updates.includes(one))
      if (units.length === 1) lanes.rest('flood', restMs)
      await Promise.resolve()
    },
    backlog: (lane, limit) =>
      Promise.resolve(inbox.filter((one) => one.lane === lane).slice(0, limit)),
  })
  store(...Array.from({ length: 25 }, (_, index) => update(index + 1, 'flood')), ...album)
  await vi.advanceTimersByTimeAsync(10 * restMs)
  expect(units).toEqual([...Array.from({ length: 25 }, () => 1), 10])
})

test('a database that is away is asked again', async () => {
  store(update(1, 'flood'), update(2, 'flood'))
  isDatabaseAway = true
  await vi.advanceTimersByTimeAsync(5 * restMs)
  expect(ids('flood')).toEqual([1])
  isDatabaseAway = false
  await vi.advanceTimersByTimeAsync(restMs)
  expect(ids('flood')).toEqual([1, 2])
})
