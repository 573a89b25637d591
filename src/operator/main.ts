import { readConfig } from '../config.ts'
import type { Command } from './command.ts'
import { dead } from './dead.ts'

/** What an operator can type after `npm run desk --`. */
const commands: Command[] = [dead]

/** 0: done; 1: not possible, and one sentence says why; 2: not understood. */
async function main([name, ...words]: string[]): Promise<0 | 1 | 2> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    say(help(commands))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (command === undefined) return complain(`There is no command "${name}".\n${help(commands)}`, 2)
  if (words.some((word) => word === '--help' || word === '-h')) {
    say(usage([command]))
    return 0
  }
  const read = readConfig(process.env)
  if (!read.ok) return complain(read.message, 1)
  const verdict = await command.run(words, read.config)
  if (verdict.ok) {
    say(verdict.output)
    return 0
  }
  return 'usage' in verdict ? complain(usage([command]), 2) : complain(verdict.message, 1)
}

function help(all: Command[]): string {
  const summaries = all.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')
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

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function complain(text: string, code: 1 | 2): 1 | 2 {
  process.stderr.write(`${text}\n`)
  return code
}

process.exitCode = await main(process.argv.slice(2))
