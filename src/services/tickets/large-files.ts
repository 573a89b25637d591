import { statement, type Queryable } from '../../storage/sql.ts'

/** Files above this cannot be fetched by the desk, only relayed (https://core.telegram.org/bots/api#getfile). */
const largeFileBytes = 20_000_000

export interface LargeFile {
  name: string
  sizeBytes: number
}

const select = statement<LargeFile>(
  'large_files',
  `select coalesce(a.name, a.kind) as name, a.size_bytes as "sizeBytes"
   from message m join attachment a on a.message_id = m.id
   where m.ticket_number in (select number from ticket where number = $1 or merged_into = $1)
     and a.size_bytes > $2 order by m.id, a.position limit 10`,
)

/** The files of a ticket and of its parts that stay in Telegram. */
export function largeFilesOf(db: Queryable, number: number): Promise<LargeFile[]> {
  return select(db, number, largeFileBytes)
}
