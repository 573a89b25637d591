import { statement, type Queryable } from '../../storage/sql.ts'

/**
 * Where one such number was met there are others. Besides, numbers that are given out at this very
 * moment cannot come that far before the jump is made.
 */
const further = 1_000
/** No desk comes to it, and as many numbers are left after it. */
const greatestBelieved = 1_000_000_000

const pass = statement<{ next: number }>(
  'ticket_number_pass',
  `select setval('ticket_number_seq', $1::bigint + ${String(further)}) + 1 as next
   from ticket_number_seq where last_value <= $1`,
)

/**
 * Somebody gave out this number before this database came to it: the one that was lost, or of which
 * an older copy is here. The next ticket gets a greater one, also when the transaction is rolled back.
 *
 * @returns the next number; null when it was greater already, or the number is beyond belief
 */
export async function passNumber(tx: Queryable, number: number): Promise<number | null> {
  if (number > greatestBelieved) return null
  const [row] = await pass(tx, number)
  return row?.next ?? null
}
