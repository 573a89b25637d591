import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { languages } from '../src/domain/language.ts'
import { combineUses, readMessages, type VariableUse } from '../src/locales/message-variables.ts'

/**
 * Compiles src/locales/*.ftl into src/locales/generated.ts: the sources as strings, so that the
 * program needs no files beside it, and the type of the variables of each message.
 */
const folder = new URL('../src/locales/', import.meta.url)

const typeOf = (use: VariableUse) => {
  if (use === 'printed') return 'string | number'
  if (use === 'counted') return 'number'
  return [...use].sort().map(quote).join(' | ')
}

// A message of any language decides about a type; that the languages agree is a test.
const merged = new Map<string, Map<string, VariableUse>>()
const sources = languages.map((language) => {
  const source = readFileSync(new URL(`${language}.ftl`, folder), 'utf8')
  for (const [key, variables] of readOrExplain(language, source)) {
    const known = merged.get(key) ?? new Map<string, VariableUse>()
    for (const [name, use] of variables) {
      known.set(name, combineUses(known.get(name) ?? 'printed', use))
    }
    merged.set(key, known)
  }
  return `  ${language}: ${JSON.stringify(source)},`
})

const types = [...merged].map(([key, variables]) => {
  const fields = [...variables].map(([name, use]) => `${quote(name)}: ${typeOf(use)}`)
  return `  ${quote(key)}: ${fields.length > 0 ? `{ ${fields.join('; ')} }` : 'Record<never, never>'}`
})

const target = new URL('generated.ts', folder)
const generated = `// Generated from the .ftl files by scripts/generate-locales.ts; not edited by hand.
import type { Language } from '../domain/language.ts'

export const sources: Record<Language, string> = {
${sources.join('\n')}
}

export interface Variables {
${types.join('\n')}
}
`
// Who watches it need not begin anew when nothing has changed.
if (!existsSync(target) || readFileSync(target, 'utf8') !== generated) {
  writeFileSync(target, generated)
}

function readOrExplain(language: string, source: string) {
  try {
    return readMessages(source)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${language}.ftl: ${reason}`, { cause })
  }
}

function quote(text: string) {
  return `'${text.replaceAll("'", "\\'")}'`
}
