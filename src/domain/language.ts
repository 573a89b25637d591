/** The languages Kvytok speaks: every text exists in each of them. */
export const languages = ['en', 'uk', 'ru', 'tr'] as const

export type Language = (typeof languages)[number]
