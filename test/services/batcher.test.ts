import { describe, expect, test } from 'vitest'

import { createBatcher } from '../../src/services/batcher.ts'

describe('a batcher', () => {
  test('writes the items of one turn together and gives each its own result', async () => {
    const batches: number[][] = []
    const double = createBatcher<number, number>((items) => {
      batches.push(items)
      return Promise.resolve(items.map((item) => item * 2))
    })
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6])
    expect(batches).toEqual([[1, 2, 3]])
  })

  test('collects while a batch is being written, and never writes two at once', async () => {
    const batches: number[][] = []
    const gates: (() => void)[] = []
    const write = createBatcher<number, null>(async (items) => {
      batches.push(items)
      await new Promise<void>((resolve) => gates.push(resolve))
      return items.map(() => null)
    })
    const first = write(1)
    await Promise.resolve()
    const later = [write(2), write(3)]
    await Promise.resolve()
    expect(batches).toEqual([[1]])
    gates[0]?.()
    await first
    await new Promise((resolve) => setImmediate(resolve))
    expect(batches).toEqual([[1], [2, 3]])
    gates[1]?.()
    await Promise.all(later)
  })

  test('lets one bad item fail alone', async () => {
    const write = createBatcher<number, string>((items) =>
      items.includes(13)
        ? Promise.reject(new Error('unlucky'))
        : Promise.resolve(items.map((item) => `ok ${String(item)}`)),
    )
    const results = await Promise.allSettled([write(12), write(13), write(14)])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('does not let each item wait for a database that is away', async () => {
    const sizes: number[] = []
    const write = createBatcher<number, number>((items) => {
      sizes.push(items.length)
      return Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))
    })
    const results = await Promise.allSettled([write(1), write(2), write(3)])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(sizes).toEqual([3])
  })

  test('goes on after a failure, in batches no larger than allowed', async () => {
    const sizes: number[] = []
    const write = createBatcher<number, number>(
      (items) => {
        sizes.push(items.length)
        return Promise.resolve(items)
      },
      { maxItems: 2 },
    )
    expect(await Promise.all([1, 2, 3, 4, 5].map(write))).toEqual([1, 2, 3, 4, 5])
    expect(Math.max(...sizes)).toBe(2)
  })
})
