import { describe, expect, test, vi } from 'vitest'

import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'
import { maxRepeats, type Outcome } from '../../../src/services/notifier/outcome.ts'
import { row, start, textOf } from './arrange-dispatcher.ts'

const person = { kind: 'person', personId: 7 } as const

function say(text: string): Outgoing {
  return { kind: 'say', place: person, content: { text, entities: [] } }
}

function put(text: string): Outgoing {
  return { kind: 'put', place: person, slot: 'wizard:1', content: { text, entities: [] } }
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

  test('knows which lanes wait because their head failed, and since when', async () => {
    let mayPass = false
    const { dispatcher, sent } = start((one) =>
      textOf(one) === 'a1' && !mayPass
        ? { state: 'retry', afterMs: 10, error: 'not now' }
        : { state: 'sent' },
    )
    expect(dispatcher.delayed()).toEqual({ count: 0, sinceMs: 0, error: '' })
    dispatcher.offer([row(say('a1')), row(say('b1'), 'person:8')])
    await vi.waitFor(() => expect(dispatcher.delayed().sinceMs).toBeGreaterThan(100))
    expect(dispatcher.delayed().count).toBe(1)
    mayPass = true
    await vi.waitFor(() => expect(sent).toEqual(['b1', 'a1']))
    expect(dispatcher.delayed()).toEqual({ count: 0, sinceMs: 0, error: '' })
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
    dispatcher.wake()
    await vi.waitFor(() => expect(attempts).toBe(2))
    dispatcher.wake()
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
