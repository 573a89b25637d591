import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { arrangeGroup, minuteMs, oneText, type ArrangedGroup } from './arrange-group.ts'

let queue: ArrangedGroup['queue']
let granted: ArrangedGroup['granted']
let names: ArrangedGroup['names']
let ask: ArrangedGroup['ask']
let fill: ArrangedGroup['fill']
let later: ArrangedGroup['later']

beforeEach(() => {
  const group = arrangeGroup()
  queue = group.queue
  granted = group.granted
  names = group.names
  ask = group.ask
  fill = group.fill
  later = group.later
})

afterEach(() => {
  queue.stop()
  vi.useRealTimers()
})

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
  fill()
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
  fill()
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

test('everybody may go at the end', async () => {
  fill()
  ask('words')
  await later(10)
  queue.stop()
  await later(10)
  expect(names()).toEqual(['words'])
})
