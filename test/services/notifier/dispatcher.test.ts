import { describe, expect, test, vi } from 'vitest'

import { createDispatcher } from '../../../src/services/notifier/dispatcher.ts'
import { laneOf, type Outgoing } from '../../../src/services/notifier/outgoing.ts'
import { maxRepeats, type Outcome, type OutboxRow } from '../../../src/services/notifier/outcome.ts'
import type { Settlement } from '../../../src/services/notifier/outbox.ts'
import { createPace } from '../../../src/services/notifier/pace.ts'

const person = { kind: 'person', chatId: 7 } as const

function say(text: string): Outgoing {
  return { kind: 'say', place: person, content: { text, entities: [] } }
}

function put(text: string): Outgoing {
  return { kind: 'put', place: person, slot: 'wizard:1', content: { text, entities: [] } }
}

let nextId = 0

function row(effect: Outgoing, lane = 'person:7'): OutboxRow {
  nextId += 1
  return {
    id: nextId,
    dedupKey: `t:${String(nextId)}`,
    lane,
    effect,
    bulk: false,
    attempts: 0,
    ambiguous: 0,
  }
}

/** A dispatcher whose outbox is an array, and whose deliveries the test decides. */
function start(
  deliver: (row: OutboxRow) => Outcome | Promise<Outcome>,
  { chatId = 7, groupPerMinute = 1e6, cardRestMs = 0 } = {},
) {
  const settlements: Settlement[] = []
  const sent: string[] = []
  const pace = createPace({
    chatPerSecond: 1e6,
    chatBurst: 1e6,
    groupPerMinute,
    bulkPerSecond: 1e6,
  })
  const dispatcher = createDispatcher({
    claim: (ids) => Promise.resolve(ids.map(() => true)),
    settle: (some) => {
      settlements.push(...some)
      return Promise.resolve(some.map(() => []))
    },
    async deliver(one) {
      const outcome = await deliver(one)
      if (outcome.state === 'sent') sent.push(textOf(one))
      return outcome
    },
    chatOf: () => chatId,
    pace,
    cardRestMs,
    log: { warn: () => {} },
  })
  return { dispatcher, settlements, sent, pace }
}

function textOf({ effect }: OutboxRow): string {
  return 'content' in effect ? effect.content.text : effect.kind
}

describe('the dispatcher', () => {
  test('keeps the order of a lane while its head waits, and lets other lanes go on', async () => {
    let refusals = 1
    const { dispatcher, sent } = start((one) =>
      textOf(one) === 'a1' && refusals-- > 0
        ? { state: 'retry', afterMs: 30, error: 'not now' }
        : { state: 'sent' },
    )
    dispatcher.offer([row(say('a1')), row(say('a2')), row(say('b1'), 'person:8')])
    await vi.waitFor(() => expect(sent).toEqual(['b1', 'a1', 'a2']))
    await dispatcher.stop()
  })

  test('merges waiting edits of one slot and settles them with the one that was shown', async () => {
    const { dispatcher, sent, settlements } = start(() => ({ state: 'sent' }))
    dispatcher.offer([row(put('one')), row(say('between')), row(put('two')), row(put('three'))])
    await vi.waitFor(() => expect(dispatcher.size()).toBe(0))
    expect(sent).toEqual(['three', 'between'])
    expect(settlements[0]?.merged).toHaveLength(2)
    await dispatcher.stop()
  })

  test('does not merge edits across a released slot', async () => {
    const { dispatcher, sent } = start(() => ({ state: 'sent' }))
    const release: Outgoing = { kind: 'release', place: person, slot: 'wizard:1' }
    dispatcher.offer([row(put('old')), row(release), row(put('new'))])
    await vi.waitFor(() => expect(dispatcher.size()).toBe(0))
    expect(sent).toEqual(['old', 'release', 'new'])
    await dispatcher.stop()
  })

  test('repeats a message of unknown fate until it is known', async () => {
    let attempts = 0
    const { dispatcher, settlements } = start(() => {
      attempts += 1
      return attempts < 3 ? { state: 'unknown', error: 'connection reset' } : { state: 'sent' }
    })
    dispatcher.offer([row(say('hello'))])
    await vi.waitFor(() => expect(attempts).toBe(1))
    dispatcher.wake('person:7')
    await vi.waitFor(() => expect(attempts).toBe(2))
    dispatcher.wake('person:7')
    await vi.waitFor(() => expect(dispatcher.size()).toBe(0), { timeout: 5_000 })
    expect(settlements.map(({ outcome }) => outcome.state)).toEqual(['retry', 'retry', 'sent'])
    await dispatcher.stop()
  })

  test.each([
    ['bulk', { bulk: true }],
    ['repeated often enough', { ambiguous: maxRepeats }],
  ])('leaves to the operator what is unknown and %s', async (_why, fields) => {
    const { dispatcher, settlements } = start(() => ({ state: 'unknown', error: 'reset' }))
    dispatcher.offer([{ ...row(say('hello')), ...fields }])
    await vi.waitFor(() => expect(dispatcher.size()).toBe(0))
    expect(settlements.map(({ outcome }) => outcome.state)).toEqual(['unknown'])
    await dispatcher.stop()
  })

  test('goes on with the lane after a message that can never be sent', async () => {
    const { dispatcher, sent } = start((one) =>
      textOf(one) === 'bad' ? { state: 'dead', error: 'chat not found' } : { state: 'sent' },
    )
    dispatcher.offer([row(say('bad')), row(say('good'))])
    await vi.waitFor(() => expect(sent).toEqual(['good']))
    await dispatcher.stop()
  })

  test('finishes what is under way when it stops, and takes nothing new', async () => {
    let finish: (outcome: Outcome) => void = () => {}
    const { dispatcher, sent, settlements } = start(
      () => new Promise<Outcome>((resolve) => (finish = resolve)),
    )
    dispatcher.offer([row(say('one')), row(say('two'))])
    await vi.waitFor(() => expect(finish).not.toBe(undefined))
    await new Promise((resolve) => setImmediate(resolve))
    const stopped = dispatcher.stop()
    finish({ state: 'sent' })
    await stopped
    expect(sent).toEqual(['one'])
    expect(settlements).toHaveLength(1)
  })
})

describe('cards', () => {
  const topic = { kind: 'topic', ticketNumber: 5 } as const
  const effectRow = (effect: Outgoing) => row(effect, laneOf(effect))
  const card = (text: string, first = false) =>
    effectRow({
      ...{ kind: 'put', place: topic, slot: 'card:5', content: { text, entities: [] } },
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
