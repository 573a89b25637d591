import type { Desk } from '../../desk/desk.ts'
import { environmentProblem } from '../../storage/environment-problem.ts'
import { inTransaction, statement, type Connection } from '../../storage/sql.ts'
import { eraseDialogues, eraseUpdatesOf } from '../intake/erase-updates.ts'
import { personById } from '../people/persons.ts'
import { forgetContactPoints } from '../telegram/forget-places.ts'
import { withdrawTicket } from '../tickets/close-ticket.ts'
import { lockJoining } from '../tickets/lock-joining.ts'
import { erasedWords } from '../tickets/strip-tickets.ts'
import { lockTickets } from '../tickets/ticket-row.ts'
import { confirmationOf, namesOf, readSheet, type PersonSheet } from './person-sheet.ts'
import { stripMentions } from './strip-mentions.ts'
import { lanesOfUser, takeAway } from './take-away.ts'
import { patternsOf } from './traces.ts'

export interface EraseDeps {
  desk: Desk
  begin: () => Promise<Connection>
  /** Whether no desk sends: then what was on its way is an attempt that nobody knows the end of. */
  isAlone: boolean
  now: () => Date
  pause: (ms: number) => Promise<void>
}

export type EraseVerdict =
  | { ok: true; tickets: number[]; withdrawn: number[]; messages: number; topics: number }
  | { ok: false; reason: 'unknown' | 'changed' }
  /** Something is on its way to him or about him, and does not come to an end. */
  | { ok: false; reason: 'busy' }

/** Some time for what is being sent; a call of Telegram's may take that long. */
const tries = 40
const pauseMs = 500

/** Undoes all of it. */
class Undone extends Error {
  constructor(readonly reason: 'changed' | 'busy') {
    super(`Undone: ${reason}`)
  }
}

/**
 * Takes a person out of the desk (I17): nothing of his is left but the number that his tickets hang on,
 * and of these what figures are made of. All of it is one transaction; what a running desk does at the
 * same time is either seen by it or comes too late to be written.
 *
 * @param confirmed `confirmationOf` the sheet that was shown
 */
export async function erasePerson(
  deps: EraseDeps,
  personId: number,
  confirmed: string,
): Promise<EraseVerdict> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    try {
      return await inTransaction(deps.begin, (tx) => erase(tx, deps, personId, confirmed))
    } catch (error) {
      if (error instanceof Undone) {
        if (error.reason === 'changed') return { ok: false, reason: error.reason }
      } else if (!isInTheWay(error)) throw error
    }
    await deps.pause(pauseMs)
  }
  return { ok: false, reason: 'busy' }
}

/** What runs at the same time held what this needs, or the other way round. */
function isInTheWay(error: unknown): boolean {
  const problem = environmentProblem(error)
  return problem === 'conflict' || problem === 'lock'
}

const lockPerson = statement(
  'privacy_person_lock',
  `select from person where id = $1 and erased_at is null for update`,
)

const strip = statement(
  'privacy_person_strip',
  `with held as (delete from held_message where person_id = $1),
     comments as (update rating set comment = null where person_id = $1 and comment is not null)
   update person set name = $2, language_code = null, language = null, timezone = null,
     banned_until = null, quiet_from = null, quiet_to = null, muted = '{}',
     active_ticket_number = null, active_ticket_at = null, erased_at = $3
   where id = $1`,
)

async function erase(
  tx: Connection,
  { desk, isAlone, now }: EraseDeps,
  personId: number,
  confirmed: string,
): Promise<EraseVerdict> {
  const known = await readSheet(tx, personId)
  if (known === null || known.erasedAt !== null) return { ok: false, reason: 'unknown' }
  const userIds = userIdsOf(known)
  // First of all what he caused and is not done: an update that is being handled can then not commit,
  // and what it had locked is free.
  const lanes = userIds.flatMap(lanesOfUser)
  const updateIds = await eraseUpdatesOf(tx, lanes, { alsoWaiting: true })
  await lockPerson(tx, personId)
  await lockJoining(tx, personId)
  const sheet = await readSheet(tx, personId)
  if (sheet === null || sheet.erasedAt !== null) return { ok: false, reason: 'unknown' }
  if (confirmationOf(sheet) !== confirmed) throw new Undone('changed')

  const numbers = sheet.tickets.map(({ number }) => number)
  const tickets = await lockTickets(tx, numbers)
  const person = await personById(tx, personId)
  const withdrawn: number[] = []
  for (const { number, status } of tickets.values()) {
    if (status === 'closed') continue
    // He asks for nothing any more, and who asks for nothing withdraws.
    const verdict = await withdrawTicket(tx, { desk }, { number, person, now: now() })
    if (!verdict.ok) throw new Error(`#${String(number)} could not be ended: ${verdict.reason}`)
    withdrawn.push(number)
  }
  const leaver = { id: personId, userIds, names: namesOf(sheet), updateIds }
  const taken = await takeAway(tx, { numbers, person: leaver, isAlone, now: now() })
  if (taken.leaving > 0) throw new Undone('busy')
  await eraseDialogues(tx, userIds)
  const pattern = patternsOf({ numbers: [], ids: userIds, names: [] }).ids
  await stripMentions(tx, { ids: userIds, pattern })
  await forgetContactPoints(tx, personId)
  await strip(tx, personId, erasedWords, now())
  const { messages, topics } = taken
  return { ok: true, tickets: numbers, withdrawn, messages, topics }
}

function userIdsOf({ contacts }: PersonSheet): number[] {
  const inTelegram = contacts.filter(({ channel }) => channel === 'telegram')
  return inTelegram.map(({ address }) => Number(address))
}
