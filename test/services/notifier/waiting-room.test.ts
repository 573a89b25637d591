import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Hold } from '../../../src/services/notifier/outgoing.ts'
import type { OutboxRow } from '../../../src/services/notifier/outcome.ts'
import { createWaitingRoom, type WaitingRoom } from '../../../src/services/notifier/waiting-room.ts'

let room: WaitingRoom
let passed: number[]

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T22:00:00Z') })
  passed = []
  room = createWaitingRoom((rows) => passed.push(...rows.map(({ id }) => id)))
})

afterEach(() => {
  room.stop()
  vi.useRealTimers()
})

let nextId = 1
function row(hold?: { kind: Hold['kind']; forMs: number }, lane = 'person:7'): OutboxRow {
  const place = { kind: 'person', personId: 7 } as const
  const until = hold && new Date(Date.now() + hold.forMs).toISOString()
  return {
    id: nextId++,
    dedupKey: 'k',
    lane,
    bulk: false,
    attempts: 0,
    ambiguous: 0,
    effect: {
      kind: 'say',
      place,
      content: { text: 'x', entities: [] },
      ...(hold && until && { hold: { kind: hold.kind, until } }),
    },
  }
}

const hour = 3_600_000

test('what need not wait passes at once', () => {
  const one = row()
  room.offer([one])
  expect(passed).toEqual([one.id])
})

test('quiet hours end for all that waits, in order, and delay nothing of another kind', () => {
  const [first, second, own] = [
    row({ kind: 'quiet', forMs: hour }),
    row({ kind: 'quiet', forMs: hour }),
    row(),
  ]
  room.offer([first, second, own])
  expect(passed).toEqual([own.id])
  vi.advanceTimersByTime(hour)
  expect(passed).toEqual([own.id, first.id, second.id])
  expect(room.size()).toBe(0)
})

test('whoever is awake gets his own notices and nobody else’s', () => {
  const [his, hers] = [
    row({ kind: 'quiet', forMs: hour }),
    row({ kind: 'quiet', forMs: hour }, 'person:8'),
  ]
  room.offer([his, hers])
  room.awake('person:7')
  expect(passed).toEqual([his.id])
  vi.advanceTimersByTime(hour)
  expect(passed).toEqual([his.id, hers.id])
})

test('notices that wait for company leave together, at the latest when the first has waited enough', () => {
  const first = row({ kind: 'company', forMs: 5_000 })
  room.offer([first])
  vi.advanceTimersByTime(4_000)
  const second = row({ kind: 'company', forMs: 5_000 })
  room.offer([second])
  vi.advanceTimersByTime(1_000)
  expect(passed).toEqual([first.id, second.id])
})

test('what waits for company goes before anything else to the same person', () => {
  const [line, answer] = [row({ kind: 'company', forMs: 5_000 }), row()]
  room.offer([line])
  room.offer([answer])
  expect(passed).toEqual([line.id, answer.id])
})

test('a wait of years fires in time and not at once', () => {
  const year = 365 * 24 * hour
  const one = row({ kind: 'quiet', forMs: year })
  room.offer([one])
  vi.advanceTimersByTime(year - 1)
  expect(passed).toEqual([])
  vi.advanceTimersByTime(1)
  expect(passed).toEqual([one.id])
})

const ofMessage = (
  one: OutboxRow,
  message: number,
  kind: 'revise' | 'unsend' | 'say',
): OutboxRow => ({
  ...one,
  effect: { ...one.effect, kind, message } as OutboxRow['effect'],
})

test('what belongs to a message that waits, waits with it', () => {
  const [first, edit, other] = [
    ofMessage(row({ kind: 'quiet', forMs: hour }), 1, 'say'),
    ofMessage(row(), 1, 'revise'),
    ofMessage(row(), 2, 'revise'),
  ]
  room.offer([first, edit, other])
  expect(passed).toEqual([other.id])
  vi.advanceTimersByTime(hour)
  expect(passed).toEqual([other.id, first.id, edit.id])
})

test('what is taken back waits no longer, and all of it comes before', () => {
  const [first, edit, other, unsend] = [
    ofMessage(row({ kind: 'quiet', forMs: hour }), 1, 'say'),
    ofMessage(row(), 1, 'revise'),
    ofMessage(row({ kind: 'quiet', forMs: hour }), 2, 'say'),
    ofMessage(row(), 1, 'unsend'),
  ]
  room.offer([first, edit, other, unsend])
  expect(passed).toEqual([first.id, edit.id, unsend.id])
  expect(room.holds(other.id)).toBe(true)
})
