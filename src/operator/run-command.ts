import { readConfig, type Environment } from '../config.ts'
import { backup } from './backup.ts'
import type { Command, CommandVerdict } from './command.ts'
import { dead } from './dead.ts'
import { doctor } from './doctor/doctor.ts'
import { erase } from './erase.ts'
import { exporting } from './export.ts'
import { outbox } from './outbox.ts'
import { person } from './person.ts'
import { restore } from './restore.ts'

/** How a typed command ended. */
export interface Ended {
  /** 0: done; 1: not possible, and one sentence says why; 2: not understood. */
  code: 0 | 1 | 2
  text: string
  /** With code 1: it was done, and what it tells is not well. */
  isReport?: true
}

/** What an operator can type after `npm run desk --`. */
const commands: Command[] = [doctor, dead, outbox, backup, restore, person, exporting, erase]

/** @param words what follows `npm run desk --` */
export async function runCommand(
  [name, ...words]: string[],
  environment: Environment,
): Promise<Ended> {
  if (name === undefined) return { code: 2, text: help(commands) }
  if (isHelp(name) || name === 'help') return { code: 0, text: help(commands) }
  const command = commands.find((one) => one.name === name)
  if (command === undefined) {
    return { code: 2, text: `There is no command "${name}".\n${help(commands)}` }
  }
  if (words.some(isHelp)) return { code: 0, text: usage([command]) }
  if (!command.understands(words)) return { code: 2, text: usage([command]) }
  if ('examine' in command) return endOf(await command.examine(environment))
  const read = readConfig(environment)
  if (!read.ok) return { code: 1, text: read.message }
  return endOf(await command.run(words, read.config))
}

function endOf(verdict: CommandVerdict): Ended {
  if (!verdict.ok) return { code: 1, text: verdict.message }
  if (verdict.isIll === true) return { code: 1, text: verdict.output, isReport: true }
  return { code: 0, text: verdict.output }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

function help(all: Command[]): string {
  const summaries = all.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n')
  return (
    `The desk's tools for whoever runs it.\n\n${summaries}\n\n${usage(all)}\n\n` +
    'They read the same environment as the desk: BOT_TOKEN, DATABASE_URL or DATA_DIR.'
  )
}

function usage(all: Command[]): string {
  const forms = all.flatMap((one) => one.usage)
  const width = Math.max(...forms.map(([form]) => form.length))
  const lines = forms.map(([form, does]) => `  npm run desk -- ${form.padEnd(width)}  ${does}`)
  return `Usage:\n${lines.join('\n')}`
}
