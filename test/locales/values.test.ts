import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { languages, type Language } from '../../src/domain/language.ts'
import { readMessages, type VariableUse } from '../../src/locales/message-variables.ts'
import { createTexts } from '../../src/locales/texts.ts'

const sourceOf = (language: Language) =>
  readFileSync(new URL(`../../src/locales/${language}.ftl`, import.meta.url), 'utf8')

/** What a name, a subject or an error of Telegram may be: syntax of Fluent, HTML, patterns, scripts. */
const value = fc.oneof(
  fc.constantFrom(
    '{ $x }',
    '{$name}',
    '{ -term }',
    '{"quoted"}',
    '{',
    '}',
    '}}{{',
    '{ menu-settings }',
  ),
  fc.constantFrom('<b>&amp;</b>', '<&', '$&', '$1', '%s', '\\u0041', '\\', '*_`[', '# { $count ->'),
  fc.constantFrom(
    '[one] x',
    '.attribute = y',
    'two\nlines',
    '\u202eright to left',
    'x'.repeat(5_000),
  ),
  fc.string({ unit: 'binary', minLength: 1 }),
)

/** A value for each variable: any text where one is printed, a number or a known word elsewhere. */
function valuesOf(variables: Map<string, VariableUse>) {
  const all = [...variables].map(([name, use]) => {
    if (use === 'printed') return [name, value] as const
    return [name, use === 'counted' ? fc.nat(2_000) : fc.constantFrom(...use)] as const
  })
  return fc.record(Object.fromEntries<fc.Arbitrary<string | number>>(all))
}

describe.each(languages)('each text in %s', (language) => {
  const messages = [...readMessages(sourceOf(language))]
  const printing = messages.filter(([, uses]) => [...uses.values()].includes('printed'))
  const text = createTexts()(language) as (key: string, values: object) => string

  test('shows what it is given to the letter', () => {
    expect(printing.length).toBeGreaterThan(10)
    for (const [key, variables] of printing) {
      const printed = [...variables].flatMap(([name, use]) => (use === 'printed' ? [name] : []))
      fc.assert(
        fc.property(valuesOf(variables), (values) => {
          const result = text(key, values)
          for (const name of printed) expect(result, key).toContain(values[name])
        }),
        { numRuns: 30 },
      )
    }
  })

  test('says the same around it, whatever it is', () => {
    for (const [key, variables] of printing) {
      if ([...variables.values()].some((use) => use !== 'printed')) continue
      const marks = Object.fromEntries([...variables.keys()].map((name) => [name, `\0${name}\0`]))
      const frame = text(key, marks)
      fc.assert(
        fc.property(valuesOf(variables), (values) => {
          const expected = frame
            .split('\0')
            .map((part, index) => (index % 2 === 0 ? part : String(values[part])))
          expect(text(key, values), key).toBe(expected.join(''))
        }),
        { numRuns: 30 },
      )
    }
  })
})

test('a number of a ticket is a name: it has no separators in any language', () => {
  for (const language of languages) {
    const words = createTexts()(language)('notice-opened', { number: 1_234_567, time: '14:30' })
    expect(words).toContain('#1234567')
  }
})

test("an operator's own text shows values to the letter too, also where it counts", () => {
  const own = createTexts({
    overrides: {
      en: { 'card-client': 'You, { $name }: { $name ->\n[Ann] chief\n*[other] guest\n}' },
    },
  })('en')
  fc.assert(
    fc.property(value, (name) => {
      fc.pre(name !== 'Ann')
      expect(own('card-client', { name })).toBe(`You, ${name}: guest`)
    }),
  )
})
