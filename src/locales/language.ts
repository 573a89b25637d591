import { negotiateLanguages } from '@fluent/langneg'
import type { Language } from '../domain/language.ts'

/**
 * The language to speak with a person: the own choice, else the one of Telegram
 * (an IETF tag such as `uk` or `en-GB`), else the first of the desk's languages.
 */
export function chooseLanguage(
  own: Language | undefined,
  telegramCode: string | undefined,
  deskLanguages: readonly [Language, ...Language[]],
): Language {
  if (own !== undefined && deskLanguages.includes(own)) return own
  const [standard] = deskLanguages
  if (!telegramCode) return standard
  const found = negotiateLanguages([telegramCode], [...deskLanguages], {
    strategy: 'lookup',
    defaultLocale: standard,
  })[0]
  return deskLanguages.find((language) => language === found) ?? standard
}
