import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isForAnotherBot, readCommand } from '../../src/domain/read-command.ts'
import { readStaffText } from '../../src/domain/staff-text.ts'

const me = 'acme_desk_bot'

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,31}$/)
const blank = fc.stringMatching(/^[ \n\t]{0,3}$/)
const space = fc.constantFrom(' ', '\n', '\t', '  ', '\n\n')
const argument = fc.stringMatching(/^[\p{L}\p{N}/@][\p{L}\p{N}/@ \n]{0,20}$/u)
const own = fc.constantFrom('', `@${me}`, `@${me.toUpperCase()}`, '@Acme_Desk_Bot')
const another = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9_]{3,30}$/)
  .filter((bot) => bot.toLowerCase() !== me)

describe('a command', () => {
  test('is its name in lower case and what follows, word for word', () => {
    fc.assert(
      fc.property(blank, name, own, space, argument, (before, called, to, between, words) => {
        const text = `${before}/${called}${to}${between}${words}`
        const command = readCommand(text, me)
        expect(command).toEqual({ name: called, argument: words, cut: text.length - words.length })
        expect(readCommand(text.toUpperCase(), me)?.name).toBe(called)
      }),
    )
  })

  test('may stand alone', () => {
    fc.assert(
      fc.property(blank, name, own, blank, (before, called, to, after) => {
        const text = `${before}/${called}${to}${after}`
        expect(readCommand(text, me)).toEqual({ name: called, argument: '', cut: text.length })
      }),
    )
  })

  test('to another bot is none of ours, and is known to be for that one', () => {
    fc.assert(
      fc.property(blank, name, another, argument, (before, called, bot, words) => {
        const text = `${before}/${called}@${bot} ${words}`
        expect(readCommand(text, me)).toBeNull()
        expect(isForAnotherBot(text, me)).toBe(true)
      }),
    )
  })

  test('that names nobody, or this bot, is not for another one', () => {
    fc.assert(
      fc.property(blank, name, own, argument, (before, called, to, words) => {
        expect(isForAnotherBot(`${before}/${called}${to} ${words}`, me)).toBe(false)
      }),
    )
  })

  test('is found behind characters that are not seen', () => {
    expect(readCommand('\u200b\ufeff/take', me)?.name).toBe('take')
    expect(isForAnotherBot('\u2060/ask@another_bot Which one?', me)).toBe(true)
  })

  test('cuts where its argument begins, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }).map((words) => `/ask ${words}`),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const command = readCommand(text, me)
        if (command !== null) expect(text.slice(command.cut)).toBe(command.argument)
      }),
    )
  })

  test.each([
    ['a word', 'take'],
    ['a slash later on', 'please /take'],
    ['a slash alone', '/'],
    ['two slashes', '//take'],
    ['a path', '/var/log/messages'],
    ['a number', '/24 is the net'],
    ['another script', '/взять'],
    ['punctuation in it', '/and-so-on'],
    ['an empty name', '/@acme_desk_bot take'],
  ])('is not read from %s', (_, text) => {
    expect(readCommand(text, me)).toBeNull()
  })
})

test('what is meant as a note is either no command or the command that keeps notes', () => {
  const mark = fc.constantFrom('//', '/note ', '/NOTE\n', '/Note: ', `/note@${me} `, '/note,')
  const unseen = fc.constantFrom('', ' ', '\n', '\u200b', '\ufeff ', '\u00a0')
  fc.assert(
    fc.property(unseen, mark, fc.string({ unit: 'grapheme' }), (before, marked, words) => {
      const text = `${before}${marked}${words}`
      expect([undefined, 'note']).toContain(readCommand(text, me)?.name)
      for (const repliesTo of ['colleague', 'client', null] as const) {
        expect(readStaffText(text, { repliesTo, plainText: 'public' }).kind).toBe('note')
      }
    }),
  )
})
