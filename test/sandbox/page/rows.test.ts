import { describe, expect, test } from 'vitest'

import { isSameRow, rowsOf, type BubbleRow } from '../../../sandbox/page/src/chat/rows.ts'
import { pageLength, shownFrom, shownTo } from '../../../sandbox/page/src/chat/shown-part.ts'
import { aMessage, max, messagesUpTo } from './a-message.ts'

const bubblesOf = (messages: ReturnType<typeof messagesUpTo>) =>
  rowsOf(messages).filter((row): row is BubbleRow => row.kind === 'bubble')

const idsOf = ({ messages }: BubbleRow) => messages.map(({ message_id: id }) => id)

describe('the rows of a chat', () => {
  test('each day begins with its name', () => {
    const nextDay = aMessage(2, { date: 1_790_000_000 + 86_400 })
    expect(rowsOf([aMessage(1), nextDay]).map(({ kind }) => kind)).toEqual([
      'day',
      'bubble',
      'day',
      'bubble',
    ])
  })

  test('an album is one bubble', () => {
    const album = { media_group_id: 'a' }
    const bubbles = bubblesOf([aMessage(1, album), aMessage(2, album), aMessage(3)])
    expect(bubbles.map(idsOf)).toEqual([[1, 2], [3]])
  })

  test('messages of one author go on from each other until another writes', () => {
    const bubbles = bubblesOf([aMessage(1), aMessage(2), aMessage(3, { from: max })])
    expect(bubbles.map(({ opens, closes }) => [opens, closes])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ])
  })

  test('after a pause an author begins anew', () => {
    const [, later] = bubblesOf([aMessage(1), aMessage(2, { date: 1_790_000_000 + 601 })])
    expect(later?.opens).toBe(true)
  })

  test('what nobody wrote is told in words', () => {
    const closed = aMessage(1, { from: max, forum_topic_closed: {} })
    expect(rowsOf([closed]).at(-1)).toMatchObject({ kind: 'service', text: 'Max closed the topic' })
  })

  test('a row is the same as long as its messages are the same objects', () => {
    const messages = messagesUpTo(2)
    const [one, two] = [bubblesOf(messages), bubblesOf(messages)]
    expect(isSameRow(one[0]!, two[0]!)).toBe(true)
    const edited = bubblesOf([aMessage(1, { text: 'edited' }), ...messages.slice(1)])
    expect(isSameRow(one[0]!, edited[0]!)).toBe(false)
  })
})

describe('the part of a chat that is shown', () => {
  test('a short chat is shown as a whole', () => {
    expect(shownFrom(messagesUpTo(pageLength), null)).toBe(0)
  })

  test('of a long one only the end is, and the beginning moves in steps', () => {
    const starts = [5_000, 5_001, 5_010].map((count) => shownFrom(messagesUpTo(count), null))
    expect(5_000 - starts[0]!).toBeLessThan(2 * pageLength)
    expect(new Set(starts).size).toBe(1)
  })

  test('it begins where somebody scrolled up to', () => {
    expect(shownFrom(messagesUpTo(500), 101)).toBe(100)
  })

  test('it may end before the newest, but not inside an album', () => {
    const messages = messagesUpTo(500)
    for (const id of [200, 201]) messages[id - 1] = aMessage(id, { media_group_id: 'a' })
    expect([150, 200, null].map((id) => shownTo(messages, id))).toEqual([150, 201, 500])
  })

  test('an album is not torn', () => {
    const messages = messagesUpTo(500)
    for (const id of [99, 100, 101]) messages[id - 1] = aMessage(id, { media_group_id: 'a' })
    expect(shownFrom(messages, 101)).toBe(98)
  })
})
