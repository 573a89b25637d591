import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'

import { databaseFaults } from '../test/faults/database-faults.ts'
import { complaints, type Fault, type Outcome, type Scale } from '../test/faults/fault.ts'
import { liveQuietly, liveThroughFault } from '../test/faults/live-through-fault.ts'
import { machineFaults } from '../test/faults/machine-faults.ts'
import { head, rowOf } from '../test/faults/table.ts'
import { telegramFaults } from '../test/faults/telegram-faults.ts'
import { copyTemplate } from '../test/support/database-copy.ts'
import { makeTemplate } from '../test/support/template-database.ts'
import type { Day } from '../test/support/day/small-day.ts'
import { startServer } from './database.ts'
import { tableLines } from './print-table.ts'

// The table of faults: what each of them loses, doubles and delays, and who is told.
// `npm run faults` takes some minutes; `-- --full` gives each fault its full length; `-- --write`
// puts the table into docs/reliability.md; `-- --alone` plays one at a time, for a slow machine;
// `-- NAME` plays only the faults whose names hold NAME.

const options = process.argv.slice(2)
const scale: Scale = options.includes('--full') ? 'full' : 'suite'
const wanted = options.find((option) => !option.startsWith('--')) ?? ''

/** Side by side, because most of a day is waiting; more would be felt in the times. */
const atOnce = options.includes('--alone') ? 1 : 3
const document = 'docs/reliability.md'
const marks = ['<!-- The table: npm run faults -- --full --write -->', '<!-- End of the table. -->']
const wordColumns = [0, head.length - 1]

async function playAll(faults: Fault[], templateUrl: string): Promise<string[][]> {
  const createDatabase = () => copyTemplate(templateUrl)
  const quietDay = await liveQuietly({ createDatabase })
  const quiet = Promise.resolve(quietDay)
  const rows: string[][] = []
  const waiting = [...faults.entries()]
  const play = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, fault] = next
      rows[index] = await liveThroughFault(fault, { createDatabase, scale, quiet }).then(
        (outcome) => told(outcome, quietDay),
        (error: unknown) => notPlayed(fault, error),
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, play))
  return rows
}

/** Says at once what is wrong, so that nobody has to wait for the table. */
function told(outcome: Outcome, quiet: Day): string[] {
  const wrong = complaints(outcome)
  console.error(`${outcome.fault.name}: ${wrong.length === 0 ? 'held' : wrong.join('; ')}`)
  if (wrong.length > 0) process.exitCode = 1
  return rowOf(outcome, quiet)
}

function notPlayed({ name }: Fault, error: unknown): string[] {
  process.exitCode = 1
  console.error(`${name}: its day broke off`, error)
  return head.map((_title, column) => (column === 0 ? name : 'not played'))
}

async function intoDocument(table: string[]): Promise<void> {
  const text = await readFile(document, 'utf8')
  const [before = '', , after = ''] = text.split(new RegExp(marks.join('|')))
  await writeFile(
    document,
    [before + (marks[0] ?? ''), ...table, (marks[1] ?? '') + after].join('\n'),
  )
  spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', document], { stdio: 'inherit' })
}

const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
if (status !== 0) process.exit(1)
const server = await startServer()
try {
  const template = await makeTemplate(await server.create('faults'))
  const faults = [...telegramFaults, ...databaseFaults, ...machineFaults]
  const rows = await playAll(
    faults.filter(({ name }) => name.includes(wanted)),
    template.url,
  )
  const table = tableLines(head, rows, wordColumns)
  console.log(table.join('\n'))
  if (options.includes('--write')) await intoDocument(table)
} finally {
  await server.stop()
}
