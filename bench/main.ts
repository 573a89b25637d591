import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'

import { measureBoot } from './boot.ts'
import { startServer, type Server } from './database.ts'
import { measureDemo, type FirstContact } from './demo.ts'
import { measureFlood } from './flood.ts'
import { latencyLoad, measureLatency } from './latency.ts'
import { measureMemory } from './memory.ts'
import { printTable } from './print-table.ts'
import { quantile } from './quantile.ts'
import { measureRush } from './rush.ts'
import { measureScale, type Compared } from './scale.ts'
import { measureStart, type Start } from './start.ts'
import { measureThroughput } from './throughput.ts'

// Everything on one machine: the bot, the stand-in Telegram and PostgreSQL, each in its processes.
// `npm run bench -- scale [--tickets 1000000] [--rounds 40]` compares a small database with a large one
// in place of the rest, and
// `npm run bench -- demo` measures what somebody waits for who tries the demo, and
// `npm run bench -- many` what others feel of 500 new accounts and of 10,000 updates at once.
// `npm run bench -- start --against ../other` compares starts with those of another checkout.

const [, , part, ...rest] = process.argv
const isScale = part === 'scale'
const isLong = part === 'many' || part === 'start'
const wholeMs = isScale ? 10_800_000 : isLong ? 600_000 : 240_000

const count = (value: number) => Math.round(value).toLocaleString('en')
const ms = (value: number) => `${count(value)} ms`
const mib = (bytes: number) => `${count(bytes / 2 ** 20)} MiB`

async function measureAll(server: Server): Promise<void> {
  console.log(`Node ${process.versions.node}, ${String(cpus().length)} cores`)
  if (isScale) await printScale(server)
  else if (part === 'demo') await printDemo()
  else if (part === 'many') await printMany(server)
  else if (part === 'start') await printStart(server, checkoutIn(rest))
  else await printSpeed(server)
}

async function printScale(server: Server): Promise<void> {
  const { tickets, rounds } = scaleIn(rest)
  const { kept, commands, reads } = await measureScale(server, { tickets, rounds })
  const size = count(tickets)
  const fine = (value: number) => `${value.toFixed(1)} ms`
  const head = (what: string) => {
    const at = (share: string) => [`${share}, 1,000`, `${share}, ${size}`, 'ratio']
    return [what, ...at('p50'), ...at('p99')]
  }
  const row = ({ what, p50Ms, p99Ms }: Compared) => [
    what,
    ...[p50Ms, p99Ms].flatMap(({ small, large }) => [
      fine(small),
      fine(large),
      (large / small).toFixed(2),
    ]),
  ]
  const perTicket = (bytes: number) => count(bytes / tickets)
  printTable(
    `What ${size} tickets take: bytes a ticket`,
    ['table', 'rows', 'heap', 'toast', 'indexes'],
    kept.map(({ table, rows, heap, toast, indexes }) => [
      table,
      count(rows),
      ...[heap, toast, indexes].map(perTicket),
    ]),
  )
  const title = `From an update to its answer, with 1,000 and with ${size} tickets`
  printTable(title, head('command'), commands.map(row))
  printTable('What is asked of the database', head('question'), reads.map(row))
}

async function printDemo(): Promise<void> {
  const contacts = await measureDemo()
  const row = (what: string, key: keyof FirstContact) => [
    what,
    ...[contacts.median, contacts.longest].map((contact) => ms(contact[key])),
  ]
  printTable(
    'First contact with the demo, from the start of the process',
    ['', 'median', 'longest'],
    [
      row('the address is printed', 'addressMs'),
      row('the page has its chats', 'pageMs'),
      row('the bot has answered', 'answerMs'),
    ],
  )
}

async function printMany(server: Server): Promise<void> {
  const waits = (values: number[]) =>
    [0.5, 0.99, 1].map((share) => ms(quantile(values, share))).join(', ')
  const rush = await measureRush(server)
  printTable(
    '500 new accounts in two minutes, while known clients write 10 texts a minute',
    ['', 'figure'],
    [
      ["a known client's words in their topic: p50, p99, longest", waits(rush.knownMs)],
      ['texts of known clients', count(rush.knownMs.length)],
      ['a new ticket from /new until it is open: p50, p99, longest', waits(rush.acknowledgedMs)],
      ['topics in the busiest minute', count(rush.topicsInBusiestMinute)],
      ['topics so far', count(rush.topics)],
      ['summaries in General', count(rush.summaries)],
      ['calls refused', count(rush.refused)],
      ['memory', mib(rush.residentBytes)],
    ],
  )
  console.log(`\n${rush.summary}`)
  const flood = await measureFlood(server)
  printTable(
    `${count(flood.updates)} updates at once, 1,000 of them of one client`,
    ['', 'figure'],
    [
      ['all others handled after', ms(flood.handledMs)],
      ["a known client's words in their topic: p50, p99, longest", waits(flood.knownMs)],
      ['lost', count(flood.lost)],
      ['of the one client still in the inbox', count(flood.waiting)],
      ['most memory', mib(flood.mostResidentBytes)],
    ],
  )
}

async function printStart(server: Server, against: string): Promise<void> {
  const { here, there } = await measureStart(server, against)
  const row = (what: string, key: keyof Start, inWords: (value: number) => string) => [
    what,
    ...[here, there].map((start) => inWords(start[key])),
    (here[key] / there[key]).toFixed(2),
  ]
  printTable(
    'Start of the desk on a database it has used before',
    ['', 'here', 'there', 'ratio'],
    [
      row('open', 'openMs', ms),
      row('processor time until the first answer', 'cpuMs', ms),
      row('memory when idle', 'idleBytes', mib),
      row('memory when idle, after a collection', 'collectedBytes', mib),
    ],
  )
}

/** How large the large database is, and how often everybody does everything. */
function scaleIn(options: string[]): { tickets: number; rounds: number } {
  const valueOf = (name: string, otherwise: number) => {
    const at = options.indexOf(name)
    const value = at < 0 ? otherwise : Number(options[at + 1])
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${name} needs a number`)
    return value
  }
  return { tickets: valueOf('--tickets', 1_000_000), rounds: valueOf('--rounds', 40) }
}

/** The folder after `--against`, which is built as well. */
function checkoutIn([option, folder]: string[]): string {
  if (option !== '--against' || folder === undefined) {
    throw new Error('Name the other checkout: npm run bench -- start --against FOLDER')
  }
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${folder} could not be built`)
  return folder
}

async function printSpeed(server: Server): Promise<void> {
  const throughput = [
    await measureThroughput(server, 'polling'),
    await measureThroughput(server, 'webhook'),
  ]
  printTable(
    'A durable step of a dialogue against a bare Telegraf echo',
    ['updates', 'desk /s', 'echo /s', 'desk / echo', 'desk CPU', 'echo CPU', 'desk / echo'],
    throughput.map(({ mode, desk, echo }) => [
      mode,
      count(desk.perSecond),
      count(echo.perSecond),
      (desk.perSecond / echo.perSecond).toFixed(2),
      `${count(desk.cpuMicroseconds)} µs`,
      `${count(echo.cpuMicroseconds)} µs`,
      (desk.cpuMicroseconds / echo.cpuMicroseconds).toFixed(2),
    ]),
  )

  const latency = [
    ...(await measureLatency(server, 'polling')),
    ...(await measureLatency(server, 'webhook')),
  ]
  printTable(
    `From an update to its answer at ${String(latencyLoad.perSecond)} updates/s`,
    ['bot', 'p50', 'p99', 'longest'],
    latency.map(({ bot, mode, p50Ms, p99Ms, longestMs }) => [
      `${bot}, ${mode}`,
      ...[p50Ms, p99Ms, longestMs].map(ms),
    ]),
  )

  const boots = await measureBoot(server)
  printTable(
    'Start of the desk on a database it has used before',
    ['database', 'open', 'first answer'],
    boots.map(({ database, openMs, firstAnswerMs }) => [database, ms(openMs), ms(firstAnswerMs)]),
  )

  const memory = await measureMemory(server)
  printTable(
    "Memory of the desk's process",
    ['', 'resident', 'heap', 'heap after a collection'],
    memory.map(({ when, usage: { residentBytes, heapBytes, liveHeapBytes } }) => [
      when,
      ...[residentBytes, heapBytes, liveHeapBytes].map(mib),
    ]),
  )
}

/** Rejects when it takes too long or is interrupted: what was started is ended then as well. */
function brokenOff(): Promise<never> {
  return new Promise((_resolve, reject) => {
    const breakOff = (reason: string) => reject(new Error(`The benchmark broke off: ${reason}`))
    setTimeout(() => breakOff(`not ready after ${String(wholeMs / 1_000)} s`), wholeMs).unref()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, breakOff)
  })
}

const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
if (status !== 0) process.exit(1)
const server = await startServer()
try {
  await Promise.race([measureAll(server), brokenOff()])
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await server.stop()
}
// Processes of a run that broke off would keep this one alive; they end with it.
process.exit()
