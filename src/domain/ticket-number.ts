/**
 * The largest number a ticket can have, and whatever else the desk counts: `integer` of PostgreSQL
 * (https://www.postgresql.org/docs/current/datatype-numeric.html).
 */
export const maxNumber = 2_147_483_647

/** @returns the number that decimal digits say, zeros before it aside; null for none of the desk */
export function readNumber(digits: string): number | null {
  if (!/^[0-9]{1,40}$/.test(digits)) return null
  const number = Number(digits)
  return number <= maxNumber ? number : null
}

/** The same as people write the number of a ticket: `12`, `#12`, with blanks around it. */
export function readTicketNumber(text: string): number | null {
  return readNumber(text.trim().replace(/^#/, ''))
}
