const dayMs = 86_400_000

const formatter = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', options)
  return (dateSeconds: number) => format.format(dateSeconds * 1_000)
}

const clock = formatter({ hour: '2-digit', minute: '2-digit' })
const weekday = formatter({ weekday: 'short' })
const dayAndMonth = formatter({ day: 'numeric', month: 'long' })
const wholeDate = formatter({ day: 'numeric', month: 'long', year: 'numeric' })
const shortDate = formatter({ day: '2-digit', month: '2-digit', year: '2-digit' })

/** Hours and minutes of a message; dates are seconds since the epoch, as Telegram gives them. */
export const clockTime = clock

/** For a list: the time of today, the weekday of this week, else the date. */
export function listTime(dateSeconds: number, nowMs: number): string {
  const nowSeconds = Math.floor(nowMs / 1_000)
  if (dayOf(dateSeconds) === dayOf(nowSeconds)) return clock(dateSeconds)
  const isThisWeek = Math.abs(nowMs - dateSeconds * 1_000) < 6 * dayMs
  return isThisWeek ? weekday(dateSeconds) : shortDate(dateSeconds)
}

/** A day in words, with the year where it is not this one. */
export function dayTitle(dateSeconds: number, nowMs: number): string {
  const isThisYear = new Date(nowMs).getFullYear() === new Date(dateSeconds * 1_000).getFullYear()
  return isThisYear ? dayAndMonth(dateSeconds) : wholeDate(dateSeconds)
}

/** The same for all moments of one day, where the reader is. */
export const dayOf = wholeDate
