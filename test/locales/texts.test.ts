import { describe, expect, it } from 'vitest'
import { languages, type Language } from '../../src/domain/language.ts'
import type { statuses } from '../../src/domain/ticket.ts'
import { createTexts } from '../../src/locales/texts.ts'

const texts = createTexts()

describe('a text', () => {
  it('is the one of the language', () => {
    const closed = languages.map((language) => texts(language)('status-closed'))
    expect(closed).toEqual(['Closed', 'Закрито', 'Закрыто', 'Kapandı'])
  })

  it('shows values as they are', () => {
    const text = texts('en')('menu-greeting', { name: '<Ann> & "Bob" \u202e{$x}', desk: 'Acme' })
    expect(text.split('\n')[0]).toBe('Hello, <Ann> & "Bob" \u202e{$x}! This is Acme.')
  })

  it('is checked by the compiler', () => {
    const text = texts('en')
    const status = 'open' as (typeof statuses)[number]
    expect(text(`status-${status}`)).toBe('In progress')
    const never = () => {
      // @ts-expect-error there is no such text
      text('no-such-text')
      // @ts-expect-error a variable is missing
      text('menu-greeting', { name: 'Ann' })
      // @ts-expect-error all variables are missing
      text('menu-greeting')
      // @ts-expect-error there is no such variable
      text('menu-greeting', { name: 'Ann', desk: 'Acme', age: 7 })
      // @ts-expect-error this text has no variables
      text('menu-settings', { name: 'Ann' })
      // @ts-expect-error one counts with numbers
      text('form-too-many-files', { limit: '7' })
    }
    // @ts-expect-error one of the two needs variables
    const either = (key: 'menu-settings' | 'menu-greeting') => text(key)
    expect(either('menu-settings')).toBe('Settings')
    expect(never).toThrow('There is no text "no-such-text" in "en"')
  })

  it('throws rather than show a hole', () => {
    const untyped = texts('en') as (key: string, values?: object) => string
    expect(() => untyped('menu-greeting', { name: 'Ann' })).toThrow(/menu-greeting/)
    expect(() => untyped('form-too-many-files')).toThrow(/limit/)
  })

  it.each<[Language, ...[number, string][]]>([
    ['en', [1, '1 file'], [2, '2 files'], [1000, '1000 files']],
    ['uk', [1, '1 файл'], [3, '3 файли'], [5, '5 файлів']],
    ['uk', [11, '11 файлів'], [21, '21 файл'], [22, '22 файли']],
    ['ru', [1, '1 файл'], [4, '4 файла'], [12, '12 файлов']],
    ['ru', [101, '101 файл'], [112, '112 файлов'], [25, '25 файлов']],
    ['tr', [1, '1 dosya'], [2, '2 dosya'], [20, '20 dosya']],
  ])('counts correctly in %s: %j %j %j', (language, ...cases) => {
    for (const [count, words] of cases) {
      expect(texts(language)('form-files-count', { count })).toBe(words)
    }
  })
})

describe("an operator's own text", () => {
  it('takes the place of the built-in one, in its language only', () => {
    const own = createTexts({
      overrides: {
        en: { 'menu-settings': 'Options', 'menu-greeting': 'Hi, { $name }\nand\n\n.welcome' },
      },
    })
    expect(own('en')('menu-settings')).toBe('Options')
    expect(own('uk')('menu-settings')).toBe('Налаштування')
    expect(own('en')('menu-open-ticket')).toBe('Open a ticket')
  })

  it('may have several lines', () => {
    const overrides = { en: { 'menu-greeting': 'Hi, { $name }\n\nstatus-new = Pwned\n' } }
    const own = createTexts({ overrides })('en')
    expect(own('menu-greeting', { name: 'Ann', desk: 'x' })).toBe('Hi, Ann\n\nstatus-new = Pwned')
    expect(own('status-new')).toBe('New')
  })

  it('throws if it cannot be read', () => {
    const own = createTexts({ overrides: { en: { 'menu-settings': '{ $' } } })
    expect(() => own('en')).toThrow('The own text "menu-settings" cannot be read')
  })
})
