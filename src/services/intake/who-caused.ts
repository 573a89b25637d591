import { environmentProblem } from '../../storage/environment-problem.ts'
import { withSavepoint, type Queryable } from '../../storage/sql.ts'
import type { MessagePlace } from '../../domain/message.ts'
import type { Person } from '../../domain/people.ts'
import { likelyTicket } from '../tickets/client-ticket.ts'
import { loadPeople, stranger } from '../telegram/load-people.ts'

export interface WhoCaused {
  person: Person | null
  /** The ticket it is likely about. */
  number: number | null
}

const nobody: WhoCaused = { person: null, number: null }

/**
 * Who caused a dead update, and the ticket it is likely about. What made the desk stumble may do so
 * here as well: then nobody is known, and the transaction goes on. Rejects only for the environment,
 * which passes.
 *
 * @param letter.place the message of the bot that it is about
 */
export async function whoCaused(
  tx: Queryable,
  userId: number,
  letter: { place: MessagePlace | null; activeTicketMs: number; now: Date },
): Promise<WhoCaused> {
  try {
    return await withSavepoint(tx, 'who_caused', async () => {
      const [{ person } = stranger] = await loadPeople(tx, [userId])
      return person === null ? nobody : { person, number: await likelyTicket(tx, person, letter) }
    })
  } catch (error) {
    if (environmentProblem(error) !== null) throw error
    return nobody
  }
}
