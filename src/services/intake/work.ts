import type { ContactPoint, Person } from '../../domain/people.ts'
import type { Outgoing } from '../notifier/outgoing.ts'
import type { Queryable } from '../../storage/sql.ts'
import type { StoredUpdate } from './inbox.ts'

export type { Queryable }

/**
 * The unit of work of one update: what it read, and everything it wants to leave behind.
 *
 * A handler collects effects here and never waits for the network. When it ends, the new state of
 * the dialogue, the outgoing effects and "this update is done" are committed together. An update
 * that touches tickets asks for `transaction()`, and all of that joins it; one that only moves a
 * dialogue needs no transaction of its own and is committed in a group with others.
 */
export interface Work {
  /** One update, or the items of one album in order. */
  updates: StoredUpdate[]
  now: Date
  /** The person who caused it, when he is known already. */
  person: Person | null
  /** Where they wrote, as it was stored; null as the person is. */
  contact: ContactPoint | null
  /** State of the person's dialogue, as it was stored. */
  dialogue: unknown
  /** Replaces the dialogue's state; null ends it. */
  saveDialogue(state: unknown): void
  send(...effects: Outgoing[]): void
  /**
   * For reads: in the transaction once it is begun. An update that held one connection and waited
   * for another would stop the desk when all of them do so.
   */
  db: Queryable
  /** The transaction of this update, begun when first asked for. */
  transaction(): Promise<Queryable>
  /** Says why nothing was done; it is kept with the update. */
  ignore(reason: string): void
  /** The next update of this lane is handled so much later: whoever causes them is too fast. */
  rest(forMs: number): void
}

/** What a finished unit of work asks to be written. */
export interface WorkResult {
  updateIds: number[]
  state: 'done' | 'ignored'
  reason: string | null
  /** undefined: unchanged; null: ended. */
  dialogue: { key: string; state: unknown } | undefined
  effects: Outgoing[]
}

/**
 * Thrown by a handler that has to know something first: the attempt leaves nothing behind and counts
 * as none, and another one follows.
 */
export class NotYet extends Error {
  override name = 'NotYet'

  /** @param known when it is known; must not reject */
  constructor(readonly known: Promise<void>) {
    super('Something has to be known first')
  }
}
