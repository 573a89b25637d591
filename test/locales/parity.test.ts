import { readdirSync, readFileSync } from 'node:fs'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '../../src/domain/language.ts'
import { readMessages, type VariableUse } from '../../src/locales/message-variables.ts'
import { createTexts } from '../../src/locales/texts.ts'

const folder = new URL('../../src/locales/', import.meta.url)
const sourceOf = (language: Language) => readFileSync(new URL(`${language}.ftl`, folder), 'utf8')
// The messages are read out of en.ftl: adding one there extends these tests by itself.
const english = readMessages(sourceOf('en'))
const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other']
const counts = [0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 101, 1.5]

/** Texts written before the code that shows them; each leaves this list when it is shown. */
const written: string[] = []

describe.each(languages)('the texts in %s', (language) => {
  const messages = readMessages(sourceOf(language))

  it('are the messages of en.ftl in the same order, with the same variables', () => {
    const named = (all: typeof messages) =>
      [...all].map(([key, variables]) => [key, [...variables.keys()].sort()])
    expect(named(messages)).toEqual(named(english))
  })

  it('can be completed with any number, without a trace of Fluent', () => {
    const text = createTexts()(language) as (key: string, values: object) => string
    for (const [key, variables] of messages) {
      for (const count of counts) {
        for (const values of samples(variables, count)) {
          const result = text(key, values)
          expect(result.trim(), key).not.toBe('')
          expect(result, key).not.toMatch(/[{}]|\$\w/)
        }
      }
    }
  })

  it('have every plural form of the language wherever they count', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const entry of new FluentResource(sourceOf(language)).body) {
      for (const forms of selectionsIn(entry.value)) {
        const isCount = forms.some((form) => pluralForms.includes(form))
        const named = forms.filter((form) => pluralForms.includes(form)).sort()
        if (isCount) expect(named, entry.id).toEqual([...pluralCategories].sort())
      }
    }
  })

  it('fit where Telegram shows them', () => {
    const text = createTexts()(language) as (key: string) => string
    for (const key of messages.keys()) {
      // https://core.telegram.org/bots/api#botcommand
      if (key.startsWith('command-')) expect(text(key).length, key).toBeLessThanOrEqual(256)
      // https://core.telegram.org/bots/api#answercallbackquery
      if (key.startsWith('refusal-')) expect(text(key).length, key).toBeLessThanOrEqual(200)
    }
  })
})

/** The names of the variants of each selection, however deep. */
function selectionsIn(node: unknown): string[][] {
  if (node === null || typeof node !== 'object') return []
  const inside = Object.values(node).flatMap(selectionsIn)
  if (!('variants' in node)) return inside
  const variants = node.variants as { key: { value: string | number } }[]
  return [variants.map(({ key }) => String(key.value)), ...inside]
}

/** Values for all variables of a message: one object, or one per named variant. */
function samples(variables: Map<string, VariableUse>, count: number): object[] {
  let all: Record<string, string | number>[] = [{}]
  for (const [name, use] of variables) {
    const values = use === 'counted' ? [count] : use === 'printed' ? ['<b>&"'] : [...use]
    all = all.flatMap((sample) => values.map((value) => ({ ...sample, [name]: value })))
  }
  return all
}

it('every message is shown somewhere in src/', () => {
  const source = new URL('../../src/', import.meta.url)
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => readFileSync(new URL(file, source), 'utf8'))
    .join('\n')
  const isShown = (key: string) => ["'", '"', '`'].some((mark) => code.includes(mark + key + mark))
  // Keys that the code puts together: `status-${...}`.
  const dynamicPrefixes = [...code.matchAll(/`([a-z-]+-)\$\{/g)].map(([, prefix = '']) => prefix)
  const isDynamic = (key: string) => dynamicPrefixes.some((prefix) => key.startsWith(prefix))
  const unused = [...english.keys()].filter((key) => !isDynamic(key) && !isShown(key))
  expect(unused.filter((key) => !written.includes(key))).toEqual([])
})
