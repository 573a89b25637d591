import { addWorkingTime, type Calendar } from './working-hours.ts'

/** Until when a client may expect the first answer to a ticket opened at `createdAt`. */
export function expectedFirstAnswerAt(
  createdAt: Date,
  firstResponseMs: number,
  calendar: Calendar | null,
): Date {
  return addWorkingTime(createdAt, firstResponseMs, calendar)
}
