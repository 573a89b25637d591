import { readConfig, type Environment } from '../config.ts'
import type { Command } from './command.ts'
import { dead } from './dead.ts'
import { outbox } from './outbox.ts'

/** How a typed command ended. */
export interface Ended {
  /** 0: done; 1: not possible, and one sentence says why; 2: not understood. */
  code: 0 | 1 | 2
  text: string
}

/** What an operator can type after `npm run desk --`. */
const commands: Command[] = [dead, outbox]

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
  const read = readConfig(environment)
  if (!read.ok) return { code: 1, text: read.message }
  const verdict = await command.run(words, read.config)
  return verdict.ok ? { code: 0, text: verdict.output } : { code: 1, text: verdict.message }
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
