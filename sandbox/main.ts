import { resolve } from 'node:path'

import { buildPageIfStale } from './build-page.ts'
import { readCommand } from './command-line.ts'
import { readUpdates } from './foreign-updates.ts'
import type { Sandbox } from './index.ts'
import { instructions } from './instructions.ts'
import { openSandbox } from './open-sandbox.ts'

const people = [
  { name: 'Anna', username: 'anna', language: 'en' },
  { name: 'Olena', username: 'olena', language: 'uk' },
  { name: 'Max', username: 'max', language: 'en' },
] as const

async function main(): Promise<number> {
  const read = readCommand(process.argv.slice(2))
  if (!read.ok) return refuse(read.message)
  if ('help' in read) {
    console.log(read.help)
    return 0
  }
  const { token, port, replay } = read.command
  // npm runs scripts in the package's folder, wherever it was called.
  const calledIn = process.env['INIT_CWD'] ?? ''
  const recorded = replay === null ? null : await readUpdates(resolve(calledIn, replay))
  if (recorded?.ok === false) return refuse(recorded.message)
  await buildPageIfStale()
  const opened = await openSandbox(port, token === null ? {} : { token }, [])
  if (!opened.ok) return refuse(opened.message)
  const { sandbox } = opened
  const signal = signalled()
  console.log(instructions({ ...sandbox, staffChatId: populate(sandbox) }))
  for (const update of recorded?.updates ?? []) sandbox.replay(update)
  await signal
  await sandbox.close()
  return 0
}

/** A forum with Max as its owner, and clients; says the forum's id. */
function populate(sandbox: Sandbox): number {
  const forum = sandbox.forum()
  for (const options of people) {
    const person = sandbox.person(options)
    if (options.name === 'Max') forum.addMember(person, 'creator')
  }
  return forum.id
}

/** One readable line for the person who started it. */
function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}

function signalled(): Promise<void> {
  return new Promise((done) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => done())
  })
}

process.exit(await main())
