import { FluentBundle, FluentNumber, FluentResource, type Message } from '@fluent/bundle'
import type { Language } from '../domain/language.ts'
import { sources, type Variables, type Written } from './generated.ts'

/** The name of a text in the .ftl files. */
export type MessageKey = keyof Variables

/** The name of a text that is always the same. */
export type KeyWithoutVariables = {
  [K in MessageKey]: keyof Variables[K] extends never ? K : never
}[MessageKey]

type Intersection<Union> = (Union extends unknown ? (u: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never

/** A key that is one of several (`status-${status}`) needs the variables of all of them. */
type VariablesOf<K extends MessageKey> = [K] extends [KeyWithoutVariables]
  ? []
  : [variables: Intersection<Variables[K]>]

/** A text of one language by its key; a missing or extra variable does not compile. */
export type T = <K extends MessageKey>(key: K, ...variables: VariablesOf<K>) => string

/** The languages, as long as each has every text: one that it lacks is named here by the compiler. */
type Complete<All extends Record<Language, Record<MessageKey, true>>> = keyof All

/** All texts: `texts(language)(key, variables)`. */
export type Texts = (language: Complete<Written>) => T

/** Texts of the operator by language and key, in Fluent syntax. */
export type TextOverrides = Partial<Record<Language, Record<string, string>>>

type Values = Record<string, string | number>
type Pattern = NonNullable<Message['value']>

/**
 * Makes `texts(language)`, which gives the texts of that language. A text that is missing, or
 * cannot be completed, throws: there is no silent fallback to another language.
 * Overrides are trusted here; `checkText` says what is wrong with one.
 */
export function createTexts({ overrides = {} }: { overrides?: TextOverrides } = {}): Texts {
  const cache = new Map<Language, T>()
  return (language) => {
    const known = cache.get(language)
    if (known !== undefined) return known
    const text = textsOf(language, overrides[language] ?? {})
    cache.set(language, text)
    return text
  }
}

function textsOf(language: Language, overrides: Record<string, string>): T {
  const bundle = new FluentBundle(language, { useIsolating: false })
  bundle.addResource(new FluentResource(sources[language]))
  for (const [key, text] of Object.entries(overrides)) {
    const resource = new FluentResource(toFluent(key, text))
    // Fluent would skip what it cannot read and go on with the built-in text.
    if (!resource.body[0]?.value) throw new Error(`The own text "${key}" cannot be read`)
    bundle.addResource(resource, { allowOverrides: true })
  }
  const formats = new Map<string, (values: Values) => string>()
  return (key, ...variables) => {
    // Which of the two it is depends on the key, and the caller's compiler has seen to it.
    const [values = {}] = variables as [] | [Values]
    let format = formats.get(key)
    if (format === undefined) {
      format = createFormat(bundle, key)
      formats.set(key, format)
    }
    return format(values)
  }
}

/** One message in Fluent syntax; further lines are indented, so they cannot begin another one. */
export function toFluent(key: string, text: string): string {
  return `${key} = ${text.trim().replace(/\r?\n/g, '\n    ')}\n`
}

function createFormat(bundle: FluentBundle, key: string): (values: Values) => string {
  const pattern = bundle.getMessage(key)?.value
  if (pattern === undefined || pattern === null)
    throw new Error(`There is no text "${key}" in "${bundle.locales[0]}"`)
  if (typeof pattern === 'string') return () => pattern
  return (
    joinOnly(pattern, bundle, key) ?? ((values) => bundle.formatPattern(pattern, ungrouped(values)))
  )
}

/** Numbers of tickets are names: 1234 must not become "1,234". */
const plain = { useGrouping: false }

/** Most texts only put values between words: joining them needs no interpreter. */
function joinOnly(pattern: Exclude<Pattern, string>, bundle: FluentBundle, key: string) {
  const parts: (string | { name: string })[] = []
  for (const element of pattern) {
    if (typeof element === 'string') parts.push(element)
    else if (element.type === 'var') parts.push({ name: element.name })
    else return undefined
  }
  return (values: Values) => {
    let joined = ''
    for (const part of parts) {
      const value = typeof part === 'string' ? part : values[part.name]
      if (value === undefined) throw new Error(`The text "${key}" was not given all its variables`)
      const isFraction = typeof value === 'number' && !Number.isInteger(value)
      joined += isFraction ? value.toLocaleString(bundle.locales, plain) : String(value)
    }
    return joined
  }
}

function ungrouped(values: Values): Record<string, string | FluentNumber> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? new FluentNumber(value, plain) : value,
    ]),
  )
}
