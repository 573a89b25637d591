import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { languages } from '../src/domain/language.ts'
import { compileTexts } from './compile-texts.ts'

/** Compiles src/locales/*.ftl into src/locales/generated.ts (compile-texts.ts). */
const folder = new URL('../src/locales/', import.meta.url)

const sources = languages.map((language) => ({
  language,
  source: readFileSync(new URL(`${language}.ftl`, folder), 'utf8'),
}))
const generated = compileTexts(sources)
const target = new URL('generated.ts', folder)
// Who watches it need not begin anew when nothing has changed.
if (!existsSync(target) || readFileSync(target, 'utf8') !== generated) {
  writeFileSync(target, generated)
}
