import { createPerform, type Perform, type Tell } from '../../src/services/perform.ts'
import { begin, type Connection } from '../../src/storage/sql.ts'
import type { TestDatabase } from './database.ts'

/** Does things as the desk does, and tells people what the test says; default: nothing. */
export function performOn(
  { database }: TestDatabase,
  tell: Tell = () => Promise.resolve([]),
  open: () => Promise<Connection> = () => begin(database.pool),
): Perform {
  return createPerform({ begin: open, tell, offer: () => undefined })
}
