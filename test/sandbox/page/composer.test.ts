import { describe, expect, test } from 'vitest'

import { albumsOf } from '../../../sandbox/page/src/composer/albums.ts'
import { forcedReply } from '../../../sandbox/page/src/composer/forced-reply.ts'
import { intentNow, writing } from '../../../sandbox/page/src/composer/intent.ts'
import { matchingCommands, menuFor } from '../../../sandbox/page/src/composer/matching-commands.ts'
import { aMessage, anna, bot, max } from './a-message.ts'

describe('albums', () => {
  const file = (type: string) => ({ type })
  const typesOf = (albums: { type: string }[][]) =>
    albums.map((album) => album.map(({ type }) => type))

  test('pictures and films go together, sounds and other files by themselves', () => {
    const files = ['image/png', 'audio/mp3', 'video/mp4', 'text/plain', 'audio/ogg'].map(file)
    expect(typesOf(albumsOf(files, false))).toEqual([
      ['image/png', 'video/mp4'],
      ['audio/mp3', 'audio/ogg'],
      ['text/plain'],
    ])
  })

  test('a moving picture stands alone', () => {
    expect(albumsOf(['image/gif', 'image/gif'].map(file), false)).toHaveLength(2)
  })

  test('an album holds ten', () => {
    const pictures = Array.from({ length: 23 }, () => file('image/png'))
    expect(albumsOf(pictures, false).map(({ length }) => length)).toEqual([10, 10, 3])
  })

  test('as files all go together', () => {
    expect(albumsOf(['image/png', 'text/plain'].map(file), true)).toHaveLength(1)
  })
})

describe('commands', () => {
  const menu = ['new', 'tickets', 'note'].map((command) => ({ command, description: '' }))

  test.each([
    ['/', ['new', 'tickets', 'note']],
    ['/n', ['new', 'note']],
    ['/NO', ['note']],
    ['/new words', []],
    ['n', []],
    ['', []],
  ])('%j offers %j', (text, expected) => {
    expect(matchingCommands(menu, text).map(({ command }) => command)).toEqual(expected)
  })

  test('the menu is the one of the language, else the one for all others', () => {
    const commands = { uk: menu.slice(0, 1), '': menu }
    expect(menuFor(commands, 'uk-UA')).toHaveLength(1)
    expect(menuFor(commands, 'de')).toHaveLength(3)
    expect(menuFor({}, undefined)).toEqual([])
  })
})

describe('a forced reply', () => {
  const asking = { from: bot, forceReply: { placeholder: 'Your text' } }

  test('stands until the person writes', () => {
    const question = aMessage(1, asking)
    expect(forcedReply([question], anna.id)).toBe(question)
    expect(forcedReply([question, aMessage(2, { from: max })], anna.id)).toBe(question)
    expect(forcedReply([question, aMessage(2)], anna.id)).toBeUndefined()
  })

  test('is not for others when it asks somebody', () => {
    const forceReply = { ...asking.forceReply, onlyUserIds: [max.id] }
    const question = aMessage(2, { ...asking, forceReply })
    expect(forcedReply([question], anna.id)).toBeUndefined()
    expect(forcedReply([question], max.id)).toBe(question)
  })
})

describe('what becomes of the words', () => {
  test('a message that was deleted is not answered', () => {
    expect(intentNow({ kind: 'reply', to: aMessage(1), quote: '' }, new Map())).toBe(writing)
  })

  test('a message is edited as it is now', () => {
    const now = aMessage(1, { text: 'newer' })
    const intent = intentNow({ kind: 'edit', message: aMessage(1) }, new Map([[1, now]]))
    expect(intent).toEqual({ kind: 'edit', message: now })
  })
})
