import { createBatcher } from '../batcher.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

/** A private chat's id is the user's. Where somebody has two, the one that reaches them is theirs. */
const select = statement<{ personId: number; chatId: number }>(
  'private_chats',
  `select distinct on (person_id) person_id as "personId", address::bigint as "chatId"
   from contact_point where person_id = any($1) and channel = 'telegram'
   order by person_id, reachable desc, id desc`,
)

/** Enough for everybody who is written to in an hour. */
const maxKept = 10_000

/** The private chats of people in Telegram, for the moment of sending. */
export interface PrivateChats {
  /** Null when a person has none. Rejects when the database does not answer. */
  chatOf(personId: number): Promise<number | null>
  /** Nothing arrives there: the next look may find another one. */
  forget(chatId: number): void
}

/**
 * Looks chats up together, and keeps what it found: an address stays that of its person, and each
 * effect asks when it waits for its turn and when it is sent.
 */
export function createPrivateChats(db: Queryable): PrivateChats {
  const kept = new Map<number, number>()
  const look = createBatcher<number, number | null>(
    async (ids) => {
      const rows = await select(db, ids)
      const found = new Map(rows.map(({ personId, chatId }) => [personId, chatId]))
      return ids.map((id) => found.get(id) ?? null)
    },
    { maxAtOnce: 2 },
  )

  function keep(personId: number, chatId: number): void {
    kept.set(personId, chatId)
    if (kept.size <= maxKept) return
    const [oldest] = kept.keys()
    if (oldest !== undefined) kept.delete(oldest)
  }

  return {
    async chatOf(personId) {
      const known = kept.get(personId)
      if (known !== undefined) return known
      const chatId = await look(personId)
      if (chatId !== null) keep(personId, chatId)
      return chatId
    },
    forget(chatId) {
      for (const [personId, known] of kept) if (known === chatId) kept.delete(personId)
    },
  }
}
