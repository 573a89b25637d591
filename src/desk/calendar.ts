import type { Calendar } from '../domain/working-hours.ts'
import type { Desk } from './desk.ts'

/** The desk's working hours as the rules count them; null around the clock. */
export function calendarOf({ timezone, workingHours }: Desk): Calendar | null {
  if (workingHours === null) return null
  const { weekly, holidays } = workingHours
  return { timezone, weekly, holidays }
}
