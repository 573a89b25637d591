import { maxNumber } from './ticket-number.ts'

/** What the topic of a ticket is called. */
export function topicName(number: number, subject: string): string {
  return `#${String(number)} ${subject}`
}

/** The number that a name of `topicName` has; null for any other name. */
export function numberInName(name: string): number | null {
  const number = Number(/^#([1-9][0-9]{0,9}) /.exec(name)?.[1])
  return number <= maxNumber ? number : null
}
