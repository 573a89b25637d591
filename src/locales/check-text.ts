import type { Language } from '../domain/language.ts'
import { sources } from './generated.ts'
import { readMessages } from './message-variables.ts'
import { toFluent } from './texts.ts'

/**
 * Says in words what is wrong with an operator's own text for a message, or null if it can stand
 * in for the built-in one: the key exists, the Fluent syntax is right, no unknown variable.
 */
export function checkText(language: Language, key: string, text: string): string | null {
  const builtIn = readMessages(sources[language])
  const known = builtIn.get(key)
  if (known === undefined) return `there is no text "${key}"`
  const others = sources[language].replace(new RegExp(`^${key} *=`, 'm'), `${key}-built-in =`)
  try {
    const used = readMessages(others + '\n' + toFluent(key, text)).get(key)
    const unknown = [...(used?.keys() ?? [])].find((name) => !known.has(name))
    if (unknown === undefined) return null
    const names = [...known.keys()].map((name) => `$${name}`).join(', ') || 'none'
    return `the text has no variable "$${unknown}" (it has: ${names})`
  } catch (error) {
    return `the text cannot be used: ${error instanceof Error ? error.message : String(error)}`
  }
}
