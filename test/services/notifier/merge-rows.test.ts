import { expect, test } from 'vitest'

import { mergeRows } from '../../../src/services/notifier/merge-rows.ts'
import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'
import { row } from './arrange-dispatcher.ts'

const client = { kind: 'person', personId: 7 } as const
const topic = { kind: 'topic', ticketNumber: 5 } as const
const written = (text: string) => ({ text, entities: [] })
const mark = { chatId: -1, messageId: 30 }

const revise = (message: number, text: string): Outgoing => ({
  kind: 'revise',
  place: client,
  message,
  mark,
  content: written(text),
})

const edited = (message: number, before: string, now: string): Outgoing => ({
  kind: 'say',
  place: topic,
  replyTo: { copyOfMessage: message },
  content: written(`Before: ${before} Now: ${now}`),
  edit: { message, before: written(`Before: ${before} `), now: written(`Now: ${now}`) },
})

const line = (text: string): Outgoing => ({ kind: 'say', place: topic, content: written(text) })

function merge([head, ...behind]: [Outgoing, ...Outgoing[]]) {
  const { effect, merged } = mergeRows(
    row(head),
    behind.map((one) => row(one)),
  )
  return { effect, merged: merged.map((one) => one.effect) }
}

test("an agent's edits of one message become the last of them, and keep its mark", () => {
  const { effect, merged } = merge([revise(1, 'one'), revise(2, 'other'), revise(1, 'two')])
  expect(effect).toEqual(revise(1, 'two'))
  expect(merged).toEqual([revise(1, 'two')])
})

test('an edit is not merged past the moment its message is taken back', () => {
  const unsend: Outgoing = { kind: 'unsend', place: client, message: 1 }
  const { effect, merged } = merge([revise(1, 'one'), unsend, revise(1, 'two')])
  expect(effect).toEqual(revise(1, 'one'))
  expect(merged).toEqual([])
})

test("a client's edits of one message show what it was at first and what it is at last", () => {
  const { effect, merged } = merge([
    edited(1, 'a', 'b'),
    line('between'),
    edited(2, 'x', 'y'),
    edited(1, 'b', 'c'),
    edited(1, 'c', 'd'),
  ])
  expect(effect).toEqual(edited(1, 'a', 'd'))
  expect(merged).toEqual([edited(1, 'b', 'c'), edited(1, 'c', 'd')])
})

test('edits too long for one message stay apart', () => {
  const long = 'x'.repeat(3_000)
  const { merged } = merge([edited(1, long, 'b'), edited(1, 'b', long)])
  expect(merged).toEqual([])
})

const said = (text: string, more: object = {}): Outgoing => ({
  kind: 'say',
  place: client,
  message: 1,
  mark,
  content: written(text),
  ...more,
})

test('words that were edited before they left go as they are now, with all of their parts', () => {
  const parts: [Outgoing, Outgoing] = [
    said('old', { part: 'more' }),
    said('words', { part: 'last', slot: 'proposal:5:1' }),
  ]
  const { effect, merged } = merge([
    ...parts,
    revise(2, 'other'),
    revise(1, 'better'),
    revise(1, 'best'),
  ])
  expect(effect).toEqual({
    ...revise(1, 'best'),
    unsent: said('best', { part: 'last', slot: 'proposal:5:1' }),
  })
  expect(merged).toEqual([parts[1], revise(1, 'better'), revise(1, 'best')])
})

test('an album that was edited before it left takes what came late of it along', () => {
  const files = (fileId: string, caption: string, more: object = {}): Outgoing => ({
    kind: 'files',
    place: client,
    message: 1,
    mark,
    ...more,
    files: [{ kind: 'photo', fileId }],
    caption: written(caption),
  })
  const { effect, merged } = merge([
    files('one', 'old'),
    files('two', 'late', { late: true }),
    revise(1, 'new'),
  ])
  expect(effect).toMatchObject({
    unsent: { files: [{ fileId: 'one' }, { fileId: 'two' }], caption: written('new') },
  })
  expect(merged).toHaveLength(2)
})

test('words are not corrected past the moment they are taken back', () => {
  const unsend: Outgoing = { kind: 'unsend', place: client, message: 1 }
  expect(merge([said('old'), unsend, revise(1, 'new')]).effect).toEqual(said('old'))
})
