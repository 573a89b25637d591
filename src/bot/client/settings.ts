import type { Language } from '../../domain/language.ts'
import { setLanguage } from '../../services/people/save-person.ts'
import type { BotDeps } from '../bot-deps.ts'
import { pack } from '../callback-data.ts'
import type { DeskContext } from '../desk-context.ts'
import { sayTo } from './menu.ts'

const names: Record<Language, string> = {
  en: 'English',
  uk: 'Українська',
  ru: 'Русский',
  tr: 'Türkçe',
}

/** The languages this desk speaks. */
export function showLanguages(ctx: DeskContext, { desk }: BotDeps): void {
  const buttons = desk.languages.map((language) => [
    { label: names[language], data: pack({ action: 'language', language }) },
  ])
  sayTo(ctx, ctx.t('client-language'), buttons)
}

/** The person's own choice counts from now on, here and in every notice. */
export async function chooseOwnLanguage(
  ctx: DeskContext,
  { desk, texts }: BotDeps,
  chosen: string,
): Promise<boolean> {
  const language = desk.languages.find((one) => one === chosen)
  const { person } = ctx.work
  if (language === undefined || person === null) return false
  await setLanguage(await ctx.work.transaction(), person.id, language)
  sayTo(ctx, texts(language)('client-language-set'))
  return true
}
