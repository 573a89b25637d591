import type { Config } from '../config.ts'
import { writeBackup } from '../storage/backup/write-backup.ts'
import type { Command, CommandVerdict } from './command.ts'
import { counted } from './counted.ts'
import { fileProblem } from './file-problem.ts'
import { withDatabase } from './open-database.ts'
import { programVersion } from './program-version.ts'
import { second } from './table.ts'

/** All that the desk knows, in one file. */
export const backup: Command = {
  name: 'backup',
  summary: 'writes all that the desk knows into one file',
  usage: [['backup FILE', 'writes FILE, which must not exist; the desk may run meanwhile']],
  understands: (words) => words.length === 1,
  run: ([file = ''], config) => makeBackup(file, config),
}

function makeBackup(file: string, config: Config): Promise<CommandVerdict> {
  const whenStopped = 'start'
  return withDatabase(
    config,
    async ({ url }) => {
      const written = await writeBackup({ url, file, version: await programVersion() })
      if (!written.ok) return { ok: false, message: refusal(written, file) }
      const { at, rows, bytes } = written
      const tickets = counted(rows['ticket'] ?? 0, 'ticket')
      const messages = counted(rows['message'] ?? 0, 'message')
      const kilobytes = counted(Math.ceil(bytes / 1_024), 'KB', 'KB')
      const output =
        `${file} holds the desk as it was at ${second(at)}: ${tickets}, ${messages}, ${kilobytes}.\n` +
        'It holds what people wrote, so keep it where only you can read it; ' +
        'the bot token and desk.yaml are not in it.'
      return { ok: true, output }
    },
    { whenStopped },
  )
}

type Refused = Extract<Awaited<ReturnType<typeof writeBackup>>, { ok: false }>

function refusal(refused: Refused, file: string): string {
  if (refused.reason === 'unwritable') {
    return `${file} cannot be written: ${fileProblem(refused.code)}. Nothing was left there.`
  }
  return refused.path === file
    ? `${file} is there already: name a file that is not.`
    : `${refused.path} is there already: another backup is being written, or one was broken off; ` +
        'if none runs, remove it.'
}
