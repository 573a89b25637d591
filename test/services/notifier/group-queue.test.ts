import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createGroupQueue, type GroupQueue } from '../../../src/services/notifier/group-queue.ts'
import type { Importance } from '../../../src/services/notifier/importance.ts'

const minuteMs = 60_000
let queue: GroupQueue
let granted: { name: string; at: number }[]
let nextOrder = 0

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  queue = createGroupQueue({ perMinute: 18, newcomersPerMinute: 3 }, Date.now)
  granted = []
})

afterEach(() => {
  queue.stop()
  vi.useRealTimers()
})

function ask(
  importance: Importance,
  {
    name = importance,
    whose = `one of many ${String(nextOrder)}`,
    messages = 1,
    beginsTopic = false,
  }: { name?: string; whose?: string; messages?: number; beginsTopic?: boolean } = {},
): void {
  nextOrder += 1
  const asking = { importance: () => importance, whose, order: nextOrder, messages, beginsTopic }
  void queue.take(asking).then(() => granted.push({ name, at: Date.now() }))
}

const oneText = { importance: () => 'words' as const, whose: 'x', messages: 1, beginsTopic: false }

const names = () => granted.map(({ name }) => name)
const later = (forMs: number) => vi.advanceTimersByTimeAsync(forMs)

test('words may use the whole minute at once; what is over waits for the next', async () => {
  for (let index = 0; index < 40; index += 1) ask('words')
  await later(3 * minuteMs)
  const at = granted.map((one) => one.at)
  expect(at.filter((time) => time === 0)).toHaveLength(18)
  expect(at.filter((time) => time === minuteMs)).toHaveLength(18)
  expect(at.filter((time) => time === 2 * minuteMs)).toHaveLength(4)
})

test('no minute takes more than its number, whoever asks when', async () => {
  const kinds = ['words', 'answers', 'cards', 'lines', 'words', 'looks'] as const
  for (let index = 0; index < 200; index += 1) {
    ask(kinds[index % kinds.length] ?? 'lines')
    await later((index * 7_919) % 4_000)
  }
  for (const { at: start } of granted) {
    const within = granted.filter(({ at }) => at >= start && at < start + minuteMs)
    expect(within.length).toBeLessThanOrEqual(18)
  }
})

test('what is free goes to the most important, then to the oldest', async () => {
  for (let index = 0; index < 18; index += 1) queue.count()
  ask('looks')
  ask('cards')
  ask('words', { name: 'first words' })
  ask('lines')
  ask('answers')
  ask('words', { name: 'second words' })
  await later(2 * minuteMs)
  expect(names()).toEqual(['first words', 'second words', 'answers', 'lines', 'cards', 'looks'])
})

test('what is no word spreads over the minute, and in the end uses it', async () => {
  for (let index = 0; index < 180; index += 1) ask('cards')
  await later(1_000)
  expect(granted).toHaveLength(3)
  await later(11 * minuteMs)
  expect(granted).toHaveLength(180)
})

test.each([0, 4, 8, 12, 18, 40])(
  'after a flood of %i cards in a quiet minute, steady texts wait two seconds at most',
  async (flood) => {
    for (let index = 0; index < flood; index += 1) ask('cards')
    const waitsMs: number[] = []
    for (let index = 0; index < 30; index += 1) {
      const askedAt = Date.now()
      void queue.take({ ...oneText, whose: String(index), order: index }).then(({ end }) => {
        end(true)
        waitsMs.push(Date.now() - askedAt)
      })
      await later(4_000)
    }
    await later(minuteMs)
    expect(waitsMs).toHaveLength(30)
    expect(Math.max(...waitsMs)).toBeLessThanOrEqual(2_000)
  },
)

test('the more clients write, the less is left for cards, and no word waits long', async () => {
  const asked: number[] = []
  for (let index = 0; index < 40; index += 1) {
    asked.push(Date.now())
    ask('words')
    ask('cards')
    await later(4_000)
  }
  const words = granted.filter(({ name }) => name === 'words').map(({ at }) => at)
  const waits = asked.map((at, index) => (words[index] ?? Infinity) - at)
  expect(Math.max(...waits)).toBeLessThanOrEqual(10_000)
  expect(names()).toContain('cards')
})

test('an answer of 429 stops everybody, and what is no message only that', async () => {
  for (let index = 0; index < 18; index += 1) queue.count()
  queue.pause(3_000)
  ask('answers', { name: 'reaction', messages: 0 })
  ask('words')
  await later(2_999)
  expect(names()).toEqual([])
  await later(1)
  expect(names()).toEqual(['reaction'])
})

test('a turn that was not used goes to another', async () => {
  for (let index = 0; index < 17; index += 1) queue.count()
  const turn = queue.take({ ...oneText, order: 0 })
  ask('words')
  await later(10)
  expect(names()).toEqual([])
  const { end } = await turn
  end(false)
  end(false)
  await later(10)
  expect(names()).toEqual(['words'])
})

test('the minute of a call begins when it has ended', async () => {
  for (let index = 0; index < 17; index += 1) queue.count()
  const { end } = await queue.take({ ...oneText, order: 0 })
  for (let index = 0; index < 18; index += 1) ask('words')
  await later(5_000)
  end(true)
  await later(minuteMs - 5_000)
  expect(granted).toHaveLength(17)
  await later(5_000)
  expect(granted).toHaveLength(18)
})

/** The group is full, and everything asked for now waits until the minute is over. */
function fill(): void {
  for (let index = 0; index < 18; index += 1) queue.count()
}

test('sixty waiting words of one client hold up the first of another by one turn at most', async () => {
  fill()
  for (let index = 0; index < 60; index += 1)
    ask('words', { name: `A${String(index)}`, whose: 'A' })
  ask('words', { name: 'B0', whose: 'B' })
  await later(minuteMs)
  expect(names().slice(0, 3)).toEqual(['A0', 'B0', 'A1'])
})

test('a burst of one client takes a third of the minute, and leaves room for others', async () => {
  for (let index = 0; index < 60; index += 1)
    ask('words', { name: `A${String(index)}`, whose: 'A' })
  await later(1_000)
  expect(granted).toHaveLength(6)
  for (let index = 0; index < 15; index += 1) {
    ask('words', { name: 'others', whose: `B${String(index)}` })
    const askedAt = Date.now()
    await later(4_000)
    const { at } = granted.findLast(({ name }) => name === 'others') ?? { at: Infinity }
    expect(at - askedAt).toBeLessThanOrEqual(3_000)
  }
  await later(5 * minuteMs)
  expect(names().filter((name) => name.startsWith('A'))).toEqual(
    Array.from({ length: 60 }, (_, index) => `A${String(index)}`),
  )
})

test('what one client says beyond his share does not hold up one who had a turn later', async () => {
  for (let index = 0; index < 30; index += 1) ask('words', { name: 'A', whose: 'A' })
  for (let index = 0; index < 2; index += 1) {
    await later(10)
    ask('words', { name: 'B', whose: 'B' })
  }
  await later(10)
  expect(names().filter((name) => name === 'B')).toHaveLength(2)
})

test('nobody gets a second turn before everybody had one, and the words of each stay in order', async () => {
  fill()
  for (const whose of ['A', 'B', 'C', 'D']) {
    for (let index = 0; index < 3; index += 1)
      ask('words', { name: `${whose}${String(index)}`, whose })
  }
  ask('answers')
  await later(2 * minuteMs)
  expect(names().slice(0, 12)).toEqual([
    ...['A0', 'B0', 'C0', 'D0', 'A1', 'B1', 'C1', 'D1', 'A2', 'B2', 'C2', 'D2'],
  ])
  expect(names()).toContain('answers')
})

test('a topic and the first words in it are one turn', async () => {
  fill()
  ask('words', { name: 'topic of A', whose: 'A', messages: 2, beginsTopic: true })
  ask('words', { name: 'B0', whose: 'B' })
  ask('words', { name: 'B1', whose: 'B' })
  await later(minuteMs)
  expect(names().slice(0, 2)).toEqual(['topic of A', 'B0'])
  fill()
  ask('words', { name: 'words of A', whose: 'A' })
  ask('words', { name: 'B2', whose: 'B' })
  await later(minuteMs)
  expect(names().indexOf('words of A')).toBeLessThan(names().indexOf('B2'))
})

test('while words never end, what has waited longest of the rest gets a turn a minute', async () => {
  fill()
  ask('looks')
  ask('cards')
  for (let index = 0; index < 400; index += 1) ask('words', { whose: String(index % 7) })
  await later(2 * minuteMs)
  expect(names().filter((name) => name !== 'words')).toEqual(['looks'])
  await later(2 * minuteMs)
  expect(names().filter((name) => name !== 'words')).toEqual(['looks', 'cards'])
  expect(names().filter((name) => name === 'words')).toHaveLength(4 * 18 - 2)
})

test('a pin waits while words do, though it takes no turn, and a minute at most', async () => {
  fill()
  ask('cards', { name: 'pin', messages: 0 })
  ask('words')
  ask('answers', { name: 'mark', messages: 0 })
  await later(1_000)
  expect(names()).toEqual(['mark'])
  await later(minuteMs)
  expect(names()).toEqual(['mark', 'words', 'pin'])
  for (let index = 0; index < 60; index += 1) ask('words')
  ask('cards', { name: 'pin', messages: 0 })
  await later(minuteMs)
  expect(names().filter((name) => name === 'pin')).toHaveLength(2)
})

test('newcomers get so many topics a minute, the oldest first, and known clients go before', async () => {
  for (let index = 0; index < 9; index += 1) {
    const name = `N${String(index)}`
    ask('newcomers', { name, messages: 2, beginsTopic: true })
  }
  ask('words')
  await later(minuteMs - 1)
  expect(names()).toEqual(['words', 'N0', 'N1', 'N2'])
  await later(minuteMs)
  expect(names().slice(4)).toEqual(['N3', 'N4', 'N5'])
})

test('a topic that was not made lets another newcomer have it', async () => {
  for (let index = 0; index < 2; index += 1) ask('newcomers', { beginsTopic: true })
  const turn = queue.take({
    ...oneText,
    importance: () => 'newcomers',
    order: 50,
    beginsTopic: true,
  })
  ask('newcomers', { name: 'next', beginsTopic: true })
  await later(20_000)
  expect(names()).not.toContain('next')
  const { end } = await turn
  end(false)
  await later(5_000)
  expect(names()).toContain('next')
})

test('cards go on while hundreds of newcomers wait', async () => {
  for (let index = 0; index < 300; index += 1) {
    ask('newcomers', { name: `N${String(index)}`, messages: 2, beginsTopic: true })
  }
  ask('cards')
  await later(minuteMs)
  expect(names()).toContain('cards')
})

test('everybody may go at the end', async () => {
  for (let index = 0; index < 18; index += 1) queue.count()
  ask('words')
  await later(10)
  queue.stop()
  await later(10)
  expect(names()).toEqual(['words'])
})
