/** Languages a new person's Telegram may speak; the desk knows the first four. */
export const languages: Record<string, string> = {
  en: 'English',
  uk: 'Українська',
  ru: 'Русский',
  tr: 'Türkçe',
  de: 'Deutsch',
  pl: 'Polski',
}

/** A language by its name. */
export function languageName(code: string | undefined): string {
  if (code === undefined) return 'No language'
  return languages[code.slice(0, 2)] ?? code
}
