import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts'

export type Report = { ok: true; url: string; adopted: boolean } | { ok: false; message: string }

/** A process that has started the embedded PostgreSQL, or was refused. */
export interface Program {
  process: ChildProcess
  report: Report
  kill(): Promise<void>
  /** Lets it stop the server and end; returns its exit code. */
  end(): Promise<number | null>
}

export const silent = { info: () => undefined, warn: () => undefined }

/** For each test a folder of its own; what runs in it at the end is stopped. */
export function useDataDir(): { path(): string; startProgram(): Promise<Program> } {
  let dataDir: string
  let programs: Program[]
  // Several programs start in a test, one after the other, and each of them starts a server.
  vi.setConfig({ testTimeout: 60_000 * patience })
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'kvytok-embedded-'))
    programs = []
  })
  afterEach(async () => {
    for (const program of programs) await program.kill()
    if (serverRuns(dataDir)) {
      // Its new owner may stop it.
      const server = await startEmbedded({ dataDir, log: silent, durable: false })
      if (server.ok) await server.stop()
    }
    await rm(dataDir, { recursive: true, force: true })
  })
  return {
    path: () => dataDir,
    async startProgram() {
      const program = await startProgram(dataDir)
      programs.push(program)
      return program
    },
  }
}

async function startProgram(dataDir: string): Promise<Program> {
  const script = 'test/support/embedded-program.ts'
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const ended = exited.then(([code]): [string] => {
    throw new Error(`A program ended with ${code} before it said what came of it.`)
  })
  // Once it has said it, it may end as it likes.
  ended.catch(() => undefined)
  const printed = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const [line] = await Promise.race([printed, ended])
  return {
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
}

/** The rows of one query on a connection of its own. */
export async function rowsOf(report: Report, text: string): Promise<unknown[]> {
  if (!report.ok) throw new Error(report.message)
  const client = new pg.Client({ connectionString: report.url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

const pidFile = (dataDir: string) => join(dataDir, 'postgres/postmaster.pid')

export async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(pidFile(dataDir), 'utf8')).split('\n')[0])
}

export function serverRuns(dataDir: string): boolean {
  return existsSync(pidFile(dataDir))
}
