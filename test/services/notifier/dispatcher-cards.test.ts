import { describe, expect, test, vi } from 'vitest'

import { laneOf, type Outgoing } from '../../../src/services/notifier/outgoing.ts'
import type { Outcome } from '../../../src/services/notifier/outcome.ts'
import { row, start } from './arrange-dispatcher.ts'

describe('cards', () => {
  const topic = { kind: 'topic', ticketNumber: 5 } as const
  const effectRow = (effect: Outgoing) => row(effect, laneOf(effect))
  const card = (text: string, first = false) =>
    effectRow({
      kind: 'put',
      place: topic,
      slot: 'card:5',
      content: { text, entities: [] },
      ...(first && { first }),
    })
  const words = (text: string) =>
    effectRow({ kind: 'say', place: topic, message: 1, content: { text, entities: [] } })
  const sentAll: Outcome = { state: 'sent' }

  test('the first card goes before the words and shows what it has become meanwhile', async () => {
    const { dispatcher, sent } = start(() => sentAll)
    dispatcher.offer([card('new', true), words('help'), card('taken'), card('solved')])
    await vi.waitFor(() => expect(dispatcher.size()).toBe(0))
    expect(sent).toEqual(['solved', 'help'])
    await dispatcher.stop()
  })

  test('a change that comes while the first card is under way is shown after it', async () => {
    let finish: (outcome: Outcome) => void = () => {}
    let calls = 0
    const { dispatcher, sent } = start(() => {
      calls += 1
      return calls > 1 ? sentAll : new Promise<Outcome>((resolve) => (finish = resolve))
    })
    dispatcher.offer([card('new', true), words('help')])
    await vi.waitFor(() => expect(calls).toBe(1))
    dispatcher.offer([card('taken')])
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(calls).toBe(1)
    finish(sentAll)
    await vi.waitFor(() => expect(dispatcher.size()).toBe(0))
    expect(sent).toEqual(['new', 'help', 'taken'])
    await dispatcher.stop()
  })

  test('words do not wait for a card that cannot be edited yet', async () => {
    const { dispatcher, sent } = start((one) =>
      one.lane === 'card:5' ? { state: 'retry', afterMs: 60_000, error: 'no' } : sentAll,
    )
    dispatcher.offer([card('taken'), words('help')])
    await vi.waitFor(() => expect(sent).toEqual(['help']))
    await dispatcher.stop()
  })

  test('edits that come while a card rests become one', async () => {
    const { dispatcher, sent } = start(() => sentAll, { cardRestMs: 100 })
    dispatcher.offer([card('one')])
    await vi.waitFor(() => expect(sent).toEqual(['one']))
    dispatcher.offer([card('two'), card('three'), words('help')])
    await vi.waitFor(() => expect(sent).toEqual(['one', 'help', 'three']))
    await dispatcher.stop()
  })

  test('a full group takes first what holds up words, then what is left', async () => {
    const { dispatcher, sent, pace } = start(() => sentAll, { chatId: -1, groupPerMinute: 6 })
    for (let index = 0; index < 4; index += 1) pace.reserve(-1)
    const line: Outgoing = { kind: 'say', place: topic, content: { text: 'line', entities: [] } }
    dispatcher.offer([card('card'), effectRow(line), words('help')])
    await vi.waitFor(() => expect(sent).toEqual(['line', 'help']))
    expect(dispatcher.size()).toBe(1)
    await dispatcher.stop()
  })
})
