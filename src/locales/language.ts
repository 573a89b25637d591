import { negotiateLanguages } from '@fluent/langneg'
import type { Language } from '../domain/language.ts'

/**
 * The language to speak with a person: the own choice if the desk still speaks it, else the one
 * of Telegram (an IETF tag such as `uk` or `en-GB`), else the first of the desk's languages.
 */
export function chooseLanguage(
  own: string | null | undefined,
  telegramCode: string | undefined,
  deskLanguages: readonly [Language, ...Language[]],
): Language {
  const [standard] = deskLanguages
  const chosen = deskLanguages.find((language) => language === own)
  if (chosen !== undefined) return chosen
  if (!telegramCode) return standard
  const found = negotiateLanguages([telegramCode], [...deskLanguages], {
    strategy: 'lookup',
    defaultLocale: standard,
  })[0]
  return deskLanguages.find((language) => language === found) ?? standard
}
