const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Words for units of time in English, Ukrainian, Russian and Turkish, with what they last. */
const units: readonly (readonly [words: RegExp, ms: number])[] = [
  [/^(?:s|secs?|seconds?|с|сек\p{L}*|sn|saniye)$/u, 1_000],
  [/^(?:m|mins?|minutes?|м|мин\p{L}*|хв\p{L}*|dk|dakika)$/u, minuteMs],
  [/^(?:h|hrs?|hours?|ч|час\p{L}*|год\p{L}*|г|sa|saat)$/u, hourMs],
  [/^(?:d|days?|д|дн\p{L}*|день|дня|gün|g)$/u, dayMs],
  [/^(?:w|weeks?|н|нед\p{L}*|тиж\p{L}*|hafta|hf)$/u, 7 * dayMs],
]

/** @returns milliseconds, or null for any other word */
export function unitMs(word: string): number | null {
  return units.find(([words]) => words.test(word))?.[1] ?? null
}

const today = /^(?:today|сьогодні|сегодня|bugün)$/
const tomorrow = /^(?:tomorrow|завтра|yarın)$/

/** Beginnings of the days' names, Monday first; a short one must stand alone. */
const weekdays: readonly RegExp[] = [
  /^(?:mon(?:day)?|пн|понеділок|понедельник|pzt|pazartesi)$/,
  /^(?:tue(?:s|sday)?|вт|вівторок|вторник|sal|salı)$/,
  /^(?:wed(?:nesday)?|ср|середа|среда|çar|çarşamba)$/,
  /^(?:thu(?:rs|rsday)?|чт|четвер|четверг|per|perşembe)$/,
  /^(?:fri(?:day)?|пт|п['’ʼ]ятниця|пятница|cum|cuma)$/,
  /^(?:sat(?:urday)?|сб|субота|суббота|cmt|cumartesi)$/,
  /^(?:sun(?:day)?|нд|вс|неділя|воскресенье|paz|pazar)$/,
]

/**
 * How many days from a weekday (0 is Monday) the day is that a word names.
 *
 * @returns null for any other word; today's own name is the same day next week
 */
export function daysAhead(word: string, weekday: number): number | null {
  if (today.test(word)) return 0
  if (tomorrow.test(word)) return 1
  const named = weekdays.findIndex((words) => words.test(word))
  return named < 0 ? null : ((named - weekday + 6) % 7) + 1
}
