import { expect, test, vi } from 'vitest'

import { laneOf, type Outgoing } from '../../../src/services/notifier/outgoing.ts'
import type { Outcome } from '../../../src/services/notifier/outcome.ts'
import { row, start } from './arrange-dispatcher.ts'

const sentAll: Outcome = { state: 'sent' }
const written = (text: string) => ({ text, entities: [] })
const effectRow = (effect: Outgoing) => row(effect, laneOf(effect))

const copied: string[] = []

/** What a client wrote to one of his tickets. */
const copy = (text: string, chatId: number, ticketNumber: number) => {
  const message = copied.push(text) - 1
  return effectRow({
    kind: 'copy',
    place: { kind: 'topic', ticketNumber },
    from: { chatId, messageIds: [message] },
    message,
  })
}
const line = (text: string, ticketNumber: number) =>
  effectRow({
    kind: 'say',
    place: { kind: 'topic', ticketNumber },
    content: written(text),
    message: 1,
  })
const card = (text: string, ticketNumber: number) =>
  effectRow({
    kind: 'put',
    place: { kind: 'topic', ticketNumber },
    slot: `card:${ticketNumber}`,
    content: written(text),
    first: true,
    newcomer: true,
  })

const textOf = ({ effect }: { effect: Outgoing }) =>
  effect.kind === 'copy'
    ? (copied[effect.message] ?? '')
    : 'content' in effect
      ? effect.content.text
      : ''

test('a client who writes to twenty of his tickets has no more turns than one who writes to one', async () => {
  const sent: string[] = []
  const deliver = (one: { effect: Outgoing }) => {
    sent.push(textOf(one))
    return sentAll
  }
  const { dispatcher, pace } = start(deliver, { chatId: -1, groupPerMinute: 5 })
  pace.reserve(-1)
  const many = Array.from({ length: 20 }, (_, index) => copy(`A${String(index)}`, 7, index + 1))
  dispatcher.offer([...many, copy('B', 8, 50), line('C', 51)])
  await vi.waitFor(() => expect(sent).toHaveLength(4))
  // They leave at the same moment.
  expect(sent.sort()).toEqual(['A0', 'A1', 'B', 'C'])
  await dispatcher.stop()
})

test("behind a newcomer's card his words wait with it, and known clients go first", async () => {
  const sent: string[] = []
  const deliver = (one: { effect: Outgoing }) => {
    sent.push(textOf(one))
    return sentAll
  }
  const { dispatcher, pace } = start(deliver, { chatId: -1, groupPerMinute: 4 })
  pace.reserve(-1)
  dispatcher.offer([
    card('card of a newcomer', 1),
    copy('help', 7, 1),
    line('one', 2),
    line('two', 3),
    line('three', 4),
  ])
  await vi.waitFor(() => expect(sent).toHaveLength(3))
  expect(sent).toEqual(['one', 'two', 'three'])
  await dispatcher.stop()
})
