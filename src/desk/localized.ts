import type { Language } from '../domain/language.ts'
import type { Desk, LocalizedText } from './desk.ts'

/** A text of the desk file in a language, else in the desk's default, else in any it has. */
export function localized(
  text: LocalizedText,
  language: Language,
  desk: Pick<Desk, 'languages'>,
): string {
  return text[language] ?? text[desk.languages[0]] ?? Object.values(text)[0] ?? ''
}
