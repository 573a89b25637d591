import { FluentResource } from '@fluent/bundle'

/** The type of an expression inside a pattern; the library does not export it. */
type Entry = FluentResource['body'][number]
type Pattern = NonNullable<Entry['value']>
type Expression = Exclude<Exclude<Pattern, string>[number], string>

/**
 * What a message does with a variable: prints it, counts with it (plural forms),
 * or chooses between named variants.
 */
export type VariableUse = 'printed' | 'counted' | Set<string>

/** Variables by name. */
export type MessageVariables = Map<string, VariableUse>

const pluralCategories = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/**
 * Parses Fluent text into its messages and the variables of each, in the order of the text.
 * Throws on anything Fluent would skip silently: broken or doubled entries, stray lines, empty
 * messages; and on attributes, which the desk has no use for.
 */
export function readMessages(source: string): Map<string, MessageVariables> {
  const resource = new FluentResource(source)
  const entries = new Map<string, Entry>()
  for (const entry of resource.body) {
    if (entries.has(entry.id)) throw new Error(`"${entry.id}" is there twice`)
    if (Object.keys(entry.attributes).length > 0) throw new Error(`"${entry.id}" has an attribute`)
    entries.set(entry.id, entry)
  }
  refuseSkippedLines(source, entries)
  const messages = [...entries.values()].filter(({ id }) => !id.startsWith('-'))
  return new Map(messages.map((message) => [message.id, variablesOf(message, entries)]))
}

function refuseSkippedLines(source: string, entries: Map<string, Entry>) {
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    if (/^(\s|#|$)/.test(line)) continue
    const id = /^(-?[a-zA-Z][\w-]*) *=/.exec(line)?.[1]
    if (id === undefined) throw new Error(`line ${index + 1} belongs to no message: ${line}`)
    if (!entries.has(id)) throw new Error(`"${id}" (line ${index + 1}) is not valid Fluent`)
  }
}

function variablesOf(message: Entry, entries: Map<string, Entry>): MessageVariables {
  const variables: MessageVariables = new Map()
  const readPattern = (pattern: Pattern, path: string[]) => {
    if (typeof pattern === 'string') return
    for (const element of pattern) if (typeof element !== 'string') readExpression(element, path)
  }
  const readExpression = (expression: Expression, path: string[]): void => {
    switch (expression.type) {
      case 'var':
        note(variables, expression.name, 'printed')
        return
      case 'func':
        for (const argument of expression.args) {
          if (argument.type === 'var') note(variables, argument.name, 'counted')
        }
        return
      case 'term':
        // A term sees its own arguments only, not the variables of the message.
        valueOf(entries, `-${expression.name}`)
        return
      case 'mesg':
        if (path.includes(expression.name)) throw new Error(`"${message.id}" refers to itself`)
        readPattern(valueOf(entries, expression.name), [...path, expression.name])
        return
      case 'select': {
        const { selector, variants } = expression
        if (selector.type === 'var') note(variables, selector.name, useOf(variants))
        else readExpression(selector, path)
        for (const variant of variants) readPattern(variant.value, path)
        return
      }
      case 'str':
      case 'num':
    }
  }
  readPattern(valueOf(entries, message.id), [message.id])
  return variables
}

function valueOf(entries: Map<string, Entry>, id: string): Pattern {
  const entry = entries.get(id)
  if (entry === undefined) throw new Error(`"${id}" is referred to, but not there`)
  if (entry.value === null || entry.value === '') throw new Error(`"${id}" is empty`)
  return entry.value
}

function useOf(variants: { key: { value: string | number } }[]): VariableUse {
  const keys = variants.map(({ key }) => key.value)
  const counts = keys.every((key) => typeof key === 'number' || pluralCategories.has(key))
  return counts ? 'counted' : new Set(keys.map(String))
}

function note(variables: MessageVariables, name: string, use: VariableUse) {
  const known = variables.get(name)
  variables.set(name, known === undefined ? use : combineUses(known, use))
}

/** The stricter of two uses; two sets of variants are one set with all of them. */
export function combineUses(first: VariableUse, second: VariableUse): VariableUse {
  if (first === 'printed') return second
  if (second === 'printed') return first
  if (first === 'counted' || second === 'counted') {
    if (first !== second) throw new Error('a variable is a number here and a name there')
    return 'counted'
  }
  return new Set([...first, ...second])
}
