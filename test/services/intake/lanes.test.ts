import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import type { StoredUpdate } from '../../../src/services/intake/inbox.ts'
import { createLanes } from '../../../src/services/intake/lanes.ts'

const update = (
  updateId: number,
  lane: string,
  album?: string,
  { caption, receivedAt = new Date() }: { caption?: string; receivedAt?: Date } = {},
): StoredUpdate => ({
  updateId,
  lane,
  payload: { message: album === undefined ? {} : { media_group_id: album, caption } },
  attempts: 0,
  receivedAt,
})

/** Lanes that only note what they run. */
function collect(options: Omit<Parameters<typeof createLanes>[0], 'run'>) {
  const runs: number[][] = []
  const lanes = createLanes({
    run(updates) {
      runs.push(updates.map(({ updateId }) => updateId))
      return Promise.resolve()
    },
    ...options,
  })
  return { lanes, runs }
}

describe('lanes', () => {
  test('run one update of a lane at a time, in order, whatever the scheduling', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('a', 'b', 'c')),
        async (s, lanes) => {
          const seen: StoredUpdate[] = []
          const running = new Map<string, number>()
          const { offer, stop, size } = createLanes({
            async run([first]) {
              if (first === undefined) return
              expect(running.get(first.lane) ?? 0).toBe(0)
              running.set(first.lane, 1)
              await s.schedule(Promise.resolve())
              running.set(first.lane, 0)
              seen.push(first)
            },
          })
          offer(lanes.map((lane, index) => update(index + 1, lane)))
          while (size() > 0) {
            if (s.count() > 0) await s.waitNext(1)
            else await Promise.resolve()
          }
          await stop()
          for (const lane of ['a', 'b', 'c']) {
            const ids = seen.filter((one) => one.lane === lane).map(({ updateId }) => updateId)
            expect(ids).toEqual([...ids].sort((x, y) => x - y))
          }
          expect(seen).toHaveLength(lanes.length)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('do not let a slow lane delay another', async () => {
    const done: string[] = []
    let finishSlow = () => {}
    const lanes = createLanes({
      async run([first]) {
        if (first?.lane === 'slow') await new Promise<void>((resolve) => (finishSlow = resolve))
        done.push(first?.lane ?? '')
      },
    })
    lanes.offer([update(1, 'slow'), update(2, 'slow'), update(3, 'quick')])
    await vi.waitFor(() => expect(done).toEqual(['quick']))
    finishSlow()
    await vi.waitFor(() => expect(done).toEqual(['quick', 'slow']))
    finishSlow()
    await lanes.stop()
  })

  test('join an album that arrives in two batches, and run it in its place', async () => {
    const runs: number[][] = []
    const lanes = createLanes({
      run: (updates) => {
        runs.push(updates.map(({ updateId }) => updateId))
        return Promise.resolve()
      },
      albumWaitMs: 40,
    })
    lanes.offer([update(1, 'a'), update(2, 'a', 'g'), update(3, 'a', 'g')])
    lanes.offer([update(4, 'a', 'g'), update(5, 'a')])
    await vi.waitFor(() => expect(lanes.size()).toBe(0))
    expect(runs).toEqual([[1], [2, 3, 4], [5]])
    await lanes.stop()
  })

  const minuteMs = 60_000

  test.each([
    ['ahead', 3 * minuteMs],
    ['behind', -3 * minuteMs],
  ])('join an album whatever the clock of the database says: %s', async (_, aheadMs) => {
    const { lanes, runs } = collect({ albumWaitMs: 60 })
    const receivedAt = new Date(Date.now() + aheadMs)
    lanes.offer([update(1, 'a', 'g', { receivedAt })])
    await new Promise((resolve) => setTimeout(resolve, 10))
    lanes.offer([update(2, 'a', 'g', { receivedAt })])
    await vi.waitFor(() => expect(lanes.size()).toBe(0))
    expect(runs).toEqual([[1, 2]])
    await lanes.stop()
  })

  test('wait no longer for one album than they may, however slowly its items come', async () => {
    const { lanes, runs } = collect({ albumWaitMs: 40, albumMaxWaitMs: 100 })
    const began = performance.now()
    let id = 0
    while (runs.length === 0 && performance.now() - began < 2_000) {
      lanes.offer([update(++id, 'a', 'g')])
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    expect(runs[0]?.length).toBeGreaterThan(1)
    expect(performance.now() - began).toBeLessThan(1_000)
    // What comes after it is not held up once more.
    await vi.waitFor(() => expect(lanes.size()).toBe(0))
    lanes.offer([update(++id, 'a', 'g')])
    expect(runs.at(-1)).toEqual([id])
    await lanes.stop()
  })

  test('wait longer in the group for a caption that may keep an album inside', async () => {
    const topic = 'topic:-100:7'
    const { lanes, runs } = collect({ albumWaitMs: 20, captionWaitMs: 150 })
    lanes.offer([update(1, topic, 'g'), update(2, 'user:7', 'h'), update(3, 'user:8', 'i')])
    await vi.waitFor(() => expect(runs).toHaveLength(2))
    expect(runs.flat()).not.toContain(1)
    lanes.offer([update(4, topic, 'g', { caption: '// inside' })])
    await vi.waitFor(() => expect(lanes.size()).toBe(0))
    expect(runs).toContainEqual([1, 4])
    await lanes.stop()
  })

  test('give room only below the high-water mark', async () => {
    const gates: (() => void)[] = []
    const lanes = createLanes({
      run: () => new Promise((resolve) => gates.push(resolve)),
      highWater: 2,
    })
    lanes.offer([update(1, 'a'), update(2, 'b')])
    let hasRoom = false
    const room = lanes.room().then(() => (hasRoom = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(hasRoom).toBe(false)
    gates[0]?.()
    await room
    gates[1]?.()
    await lanes.stop()
  })

  test('stop after what runs, and leave the rest untouched', async () => {
    const done: number[] = []
    let finish = () => {}
    const lanes = createLanes({
      async run([first]) {
        await new Promise<void>((resolve) => (finish = resolve))
        done.push(first?.updateId ?? 0)
      },
    })
    lanes.offer([update(1, 'a'), update(2, 'a')])
    const stopped = lanes.stop()
    finish()
    await stopped
    expect(done).toEqual([1])
  })
})
