import { statement, type Queryable } from '../../storage/sql.ts'

/** The first half of the key; the second is the person. */
const joining = 1

const lock = statement('joining_lock', `select pg_advisory_xact_lock(${joining}, $1)`)
const share = statement('joining_share', `select pg_advisory_xact_lock_shared(${joining}, $1)`)

/**
 * Until the transaction ends nobody else joins or parts tickets of this person, so what is part of
 * what can be looked up before a ticket is locked. To be asked for before any ticket is.
 */
export async function lockJoining(tx: Queryable, personId: number): Promise<void> {
  await lock(tx, personId)
}

/** The same for who only has to know where something goes: many at once. */
export async function holdJoining(tx: Queryable, personId: number): Promise<void> {
  await share(tx, personId)
}
