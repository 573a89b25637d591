import type { Message } from '../../sandbox/state/shapes.ts'
import type { TestDesk } from './desk.ts'
import type { OpenedTicket } from './opened-ticket.ts'

let albums = 0

/** A `media_group_id` of which nothing has come yet. */
export function newAlbum(): string {
  return `late-${String(++albums)}`
}

export function isFile({ photo }: Message): boolean {
  return photo !== undefined
}

/** How many photos of the desk are among messages. */
export function filesOf(messages: Message[]): number {
  return messages.filter((one) => one.from?.is_bot === true && isFile(one)).length
}

/** Waits until the desk has nothing left to do with what came in. */
export async function untilHandled({ sandbox, db }: TestDesk, timeoutMs = 10_000): Promise<void> {
  await sandbox.until(async () => {
    if (sandbox.pendingCount() > 0) return false
    const { rows } = await db.database.pool.query<{ count: number }>(
      `select count(*)::int as count from inbound_update where state = 'pending'`,
    )
    return rows[0]?.count === 0
  }, timeoutMs)
}

/** What somebody said in a ticket, with how many files. */
export async function saidIn(
  { db }: TestDesk,
  { number }: OpenedTicket,
  author: 'agent' | 'client',
): Promise<{ purpose: string; files: number }[]> {
  const { rows } = await db.database.pool.query<{ purpose: string; files: number }>(
    `select m.purpose, (select count(*)::int from attachment a where a.message_id = m.id) as files
     from message m where m.ticket_number = $1 and m.author = $2 order by m.seq`,
    [number, author],
  )
  return rows
}
