import {
  combineUses,
  readMessages,
  type MessageVariables,
  type VariableUse,
} from '../src/locales/message-variables.ts'

/** The texts of a language in Fluent syntax. */
export interface TextSource {
  language: string
  source: string
}

/**
 * The module that the program reads its texts from: the sources as strings, so that it needs no files
 * beside it, the type of the variables of each text, and which texts each language has. That a language
 * lacks one is found by the compiler (src/locales/texts.ts); throws where a source is no valid Fluent.
 */
export function compileTexts(sources: TextSource[]): string {
  const read = sources.map(({ language, source }) => ({
    language,
    messages: readOrExplain(language, source),
  }))
  const written = read.map(({ language, messages }) => {
    const keys = [...messages.keys()].map((key) => `    ${quote(key)}: true`)
    return `  ${language}: {\n${keys.join('\n')}\n  }`
  })
  return `// Generated from the .ftl files by scripts/generate-locales.ts; not edited by hand.
import type { Language } from '../domain/language.ts'

export const sources: Record<Language, string> = {
${sources.map(({ language, source }) => `  ${language}: ${JSON.stringify(source)},`).join('\n')}
}

export interface Variables {
${typesOf(read.map(({ messages }) => messages)).join('\n')}
}

export interface Written {
${written.join('\n')}
}
`
}

/** A message of any language decides about a type; that the languages agree is a test. */
function typesOf(all: Map<string, MessageVariables>[]): string[] {
  const merged = new Map<string, Map<string, VariableUse>>()
  for (const messages of all) {
    for (const [key, variables] of messages) {
      const known = merged.get(key) ?? new Map<string, VariableUse>()
      for (const [name, use] of variables) {
        known.set(name, combineUses(known.get(name) ?? 'printed', use))
      }
      merged.set(key, known)
    }
  }
  return [...merged].map(([key, variables]) => {
    const fields = [...variables].map(([name, use]) => `${quote(name)}: ${typeOf(use)}`)
    const type = fields.length > 0 ? `{ ${fields.join('; ')} }` : 'Record<never, never>'
    return `  ${quote(key)}: ${type}`
  })
}

function typeOf(use: VariableUse): string {
  if (use === 'printed') return 'string | number'
  if (use === 'counted') return 'number'
  return [...use].sort().map(quote).join(' | ')
}

function readOrExplain(language: string, source: string) {
  try {
    return readMessages(source)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${language}.ftl: ${reason}`, { cause })
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`
}
