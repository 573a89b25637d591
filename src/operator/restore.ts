import type { Config } from '../config.ts'
import { settleRestored, type Settled } from '../services/restore/settle-restored.ts'
import { checkBackup, type CheckedBackup } from '../storage/backup/check-backup.ts'
import { loadBackup } from '../storage/backup/load-backup.ts'
import type { Database } from '../storage/database.ts'
import { lockDesk } from '../storage/desk-lock.ts'
import type { Command, CommandVerdict } from './command.ts'
import { counted } from './counted.ts'
import { fileProblem } from './file-problem.ts'
import { withDatabase } from './open-database.ts'
import { second } from './table.ts'

/** A backup comes back into an empty database. */
export const restore: Command = {
  name: 'restore',
  summary: 'brings a backup back into an empty database',
  usage: [['restore FILE', 'reads FILE whole, then fills the database; no desk may run on it']],
  understands: (words) => words.length === 1,
  async run([file = ''], config) {
    const checked = await checkBackup(file)
    if (!checked.ok) return { ok: false, message: refusal(file, checked.unusable) }
    const whenStopped = 'make'
    return withDatabase(config, (database) => bringBack(database, checked.backup, config), {
      whenStopped,
    })
  },
}

const silent = { info: () => undefined, warn: () => undefined }

async function bringBack(
  { url }: Database,
  backup: CheckedBackup,
  { databaseUrl, dataDir }: Config,
): Promise<CommandVerdict> {
  const locked = await lockDesk({ url, waitMs: 0, log: silent })
  if (!locked.ok) return locked
  try {
    const madeAt = new Date(backup.head.at)
    const loaded = await loadBackup(url, backup, (tx) => settleRestored(tx, madeAt, new Date()))
    if (loaded.ok) return { ok: true, output: report(backup, loaded.done) }
    const where = databaseUrl === null ? `The database in DATA_DIR=${dataDir}` : 'The database'
    const other =
      databaseUrl === null ? 'name another DATA_DIR' : 'name an empty one in DATABASE_URL'
    return {
      ok: false,
      message: `${where} is not empty, and a restore overwrites nothing: ${other}.`,
    }
  } finally {
    await locked.lock.release()
  }
}

type Refused = Extract<Awaited<ReturnType<typeof checkBackup>>, { ok: false }>

function refusal(file: string, unusable: Refused['unusable']): string {
  switch (unusable.reason) {
    case 'unreadable':
      return `${file} cannot be read: ${fileProblem(unusable.code)}.`
    case 'foreign':
      return `${file} is no backup of this program.`
    case 'damaged':
      return `${file} is damaged or its end is missing, so nothing was restored: take another backup.`
    case 'newer':
      return `${file} was made by a newer version (${unusable.version}): restore it with that one.`
    case 'other_build':
      return (
        `${file} was made by another build, whose migration ${unusable.migration} differs: ` +
        'restore it with that one.'
      )
  }
}

/** What came back, and what it means for whoever starts the desk now. */
function report({ head, foot }: CheckedBackup, settled: Settled): string {
  const madeAt = second(new Date(head.at))
  const tickets = counted(foot.rows['ticket'] ?? 0, 'ticket')
  const messages = counted(foot.rows['message'] ?? 0, 'message')
  const { lastTicket, nextTicket, unsent, unhandled, dialogues, due } = settled
  const last = lastTicket === 0 ? 'it held no ticket' : `its last ticket is #${String(lastTicket)}`
  const lines = [
    `Restored: the desk as it was at ${madeAt}, ${tickets}, ${messages}.`,
    `Tickets go on from #${String(nextTicket)}: ${last}, and those opened after it hold the numbers ` +
      'in between. A topic with a greater number moves them on further.',
    'What happened after the backup is lost here. It stands in Telegram, but in topics of lost tickets ' +
      'nothing reaches anybody, and buttons from then say that they are no longer current.',
    unsent === 0
      ? 'Nothing was about to leave.'
      : `${counted(unsent, 'message or change was', 'messages and changes were')} about to leave and ` +
        'may have arrived: "npm run desk -- outbox list" shows them, to be sent again or dropped.',
    unhandled === 0
      ? 'No update waited.'
      : `${counted(unhandled, 'update')} waited and may have been handled: ` +
        '"npm run desk -- dead list" shows them, to be handled again or dropped.',
    'Updates are fetched from the first that Telegram still has; none is handled twice.',
  ]
  if (dialogues > 0) {
    const who = counted(dialogues, 'person was', 'people were')
    lines.push(`${who} in the midst of a form or a question, and will begin it again.`)
  }
  if (due.length > 0) {
    const kinds = due.map(({ kind, count }) => `${String(count)} ${kind}`).join(', ')
    lines.push(`Timers that are due act as soon as the desk starts: ${kinds}.`)
  }
  lines.push('Whoever was erased after the backup is here again: erase them again.')
  return lines.join('\n')
}
