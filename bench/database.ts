import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'

import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'

/** A PostgreSQL as it is in production: what is committed is on the disk. */
export interface Server {
  /** An empty database of its own. */
  create(name: string): Promise<string>
  stop(): Promise<void>
}

export async function startServer(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kvytok-bench-data-'))
  const log = { info: () => undefined, warn: console.warn }
  const server = await startEmbedded({ dataDir, log })
  if (!server.ok) throw new Error(server.message)
  return {
    async create(name) {
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      await client.query(`create database ${client.escapeIdentifier(name)}`)
      await client.end()
      const url = new URL(server.url)
      url.pathname = `/${name}`
      return url.href
    },
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
