import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from '../../../src/storage/embedded/start-embedded.ts'

const log = { info: () => undefined, warn: () => undefined }
const start = () => startEmbedded({ dataDir, log, durable: false })

type Report = { ok: true; url: string; adopted: boolean } | { ok: false; message: string }
interface Program {
  process: ChildProcess
  report: Report
  kill(): Promise<void>
  end(): Promise<number | null>
}

let dataDir: string
let programs: Program[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kvytok-embedded-'))
  programs = []
})
afterEach(async () => {
  for (const program of programs) await program.kill()
  // Whatever still runs is adopted, and stopped by its new owner.
  const server = await start()
  if (server.ok) await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function startProgram(): Promise<Program> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/support/embedded-program.ts', dataDir],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const exited = once(child, 'exit') as Promise<[number | null]>
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const program: Program = {
    process: child,
    report: JSON.parse(line) as Report,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async end() {
      child.stdin.end()
      return (await exited)[0]
    },
  }
  programs.push(program)
  return program
}

async function run(report: Report, text: string): Promise<unknown[]> {
  if (!report.ok) throw new Error(report.message)
  const client = new pg.Client({ connectionString: report.url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

const serverPid = async () =>
  Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
const serverRuns = () => existsSync(join(dataDir, 'postgres/postmaster.pid'))

test('a program that was killed leaves a server that the next one adopts', async () => {
  const first = await startProgram()
  await run(first.report, 'create table kept as select 12 as number')
  const pid = await serverPid()
  await first.kill()

  const second = await startProgram()
  expect(second.report).toMatchObject({ ok: true, adopted: true })
  expect(await serverPid()).toBe(pid)
  expect(await run(second.report, 'select number from kept')).toEqual([{ number: 12 }])

  expect(await second.end()).toBe(0)
  expect(serverRuns()).toBe(false)
})

test('a second program on the same folder is refused and told which one is there', async () => {
  const first = await startProgram()
  const second = await start()
  expect(second).toEqual({
    ok: false,
    message: expect.stringContaining(`process ${first.process.pid}`) as unknown,
  })
  expect(second).toHaveProperty('message', expect.stringContaining('DATA_DIR'))
  // The refusal did the first one no harm.
  expect(await run(first.report, 'select 1 as one')).toEqual([{ one: 1 }])

  await first.end()
  const third = await start()
  expect(third).toMatchObject({ ok: true, adopted: false })
  if (third.ok) await third.stop()
})

test('of programs that start at the same moment in an empty folder one gets it', async () => {
  const all = await Promise.all([startProgram(), startProgram(), startProgram()])
  expect(all.filter(({ report }) => report.ok)).toHaveLength(1)
  const winner = all.find(({ report }) => report.ok)
  expect(await run(winner!.report, 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await readdir(dataDir)).filter((name) => /\d$/.test(name))).toEqual([])
})

test('a server that was killed together with its program keeps what was committed', async () => {
  const first = await startProgram()
  await run(first.report, 'create table kept as select 12 as number')
  const pid = await serverPid()
  await first.kill()
  process.kill(pid, 'SIGKILL')

  const second = await startProgram()
  expect(second.report).toMatchObject({ ok: true, adopted: false })
  expect(await run(second.report, 'select number from kept')).toEqual([{ number: 12 }])
})

test('a pid file that names a stranger does not keep the server from starting', async () => {
  const first = await start()
  if (!first.ok) throw new Error(first.message)
  const pidFile = join(dataDir, 'postgres/postmaster.pid')
  const [, ...rest] = (await readFile(pidFile, 'utf8')).split('\n')
  await first.stop()
  // A process that lives and belongs to the server's user, as it happens in a container.
  const { uid, gid } = await stat(join(dataDir, 'postgres'))
  const stranger = spawn('sleep', ['60'], { uid, gid })
  await once(stranger, 'spawn')
  await writeFile(pidFile, [stranger.pid, ...rest].join('\n'))

  const second = await start()
  stranger.kill()
  expect(second).toMatchObject({ ok: true, adopted: false })
  if (second.ok) await second.stop()
})

test('a server that dies under its program is reported as lost', async () => {
  const server = await start()
  if (!server.ok) throw new Error(server.message)
  process.kill(await serverPid(), 'SIGKILL')
  await expect(server.lost).resolves.toContain('postgres.log')
  await server.stop()
})

test('a server that restarts itself after a fault stays ours', async () => {
  const news = new EventEmitter()
  const listening = { ...log, info: (_: object, text: string) => news.emit(text) }
  const server = await startEmbedded({ dataDir, log: listening, durable: false })
  if (!server.ok) throw new Error(server.message)
  const client = new pg.Client({ connectionString: server.url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const again = once(news, 'The embedded PostgreSQL restarted and is ours again')
  // PostgreSQL ends all its connections when one of its processes is killed, and begins anew.
  process.kill(rows[0]!.pid, 'SIGKILL')
  await again

  expect((await start()).ok).toBe(false)
  expect(await run(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('the password is kept from others and signals are left to the program', async () => {
  const listeners = () =>
    ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit', 'beforeExit'].map((name) => process.listenerCount(name))
  const before = listeners()
  const server = await start()
  if (!server.ok) throw new Error(server.message)
  expect(listeners()).toEqual(before)
  const password = new URL(server.url).password
  const file = join(dataDir, 'postgres.password')
  expect(await readFile(file, 'utf8')).toBe(password)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await run(server, 'select current_setting($$server_encoding$$) as e')).toEqual([
    { e: 'UTF8' },
  ])
  expect(await run(server, `select lower('ЇЖАК ÇĞ') as text`)).toEqual([{ text: 'їжак çğ' }])
  await expect(
    run({ ok: true, adopted: false, url: server.url.replace(password, 'wrong') }, 'select 1'),
  ).rejects.toThrow('password authentication failed')
  await server.stop()
})
