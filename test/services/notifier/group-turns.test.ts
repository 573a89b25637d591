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
    'A0',
    'B0',
    'C0',
    'D0',
    'A1',
    'B1',
    'C1',
    'D1',
    'A2',
    'B2',
    'C2',
    'D2',
  ])
  expect(names()).toContain('answers')
})

test('a topic and the first words in it are one turn', async () => {
  fill()
  ask('words', { name: 'B0', whose: 'B' })
  ask('words', { name: 'topic of A', whose: 'A', messages: 2, beginsTopic: true })
  await later(minuteMs)
  expect(names()).toEqual(['B0', 'topic of A'])
  fill()
  ask('words', { name: 'B1', whose: 'B' })
  ask('words', { name: 'words of A', whose: 'A' })
  await later(minuteMs)
  expect(names().slice(2)).toEqual(['words of A', 'B1'])
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
    order: 0,
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
