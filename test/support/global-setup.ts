import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isAlive } from '../../src/storage/embedded/is-alive.ts'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts'
import { missingBrowser } from './missing-browser.ts'
import { makeTemplate } from './template-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The template that each test database is a copy of; its address says the server too. */
    templateUrl: string
  }
}

const folderPrefix = 'kvytok-test-'
const log = { info: () => undefined, warn: console.warn }

/** One PostgreSQL for the whole run: TEST_DATABASE_URL, or an embedded one in a temporary folder. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(new URL('../../src/storage/generated/client.ts', import.meta.url))) {
    throw new Error('The Prisma client is missing: npm run generate')
  }
  const missing = missingBrowser()
  if (missing !== null) console.log(missing)
  const given = process.env.TEST_DATABASE_URL
  const server = given === undefined ? await startServer() : { url: given, stop: async () => {} }
  try {
    const template = await makeTemplate(server.url)
    project.provide('templateUrl', template.url)
    return async () => {
      await template.drop()
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await removeAbandoned()
  const dataDir = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  const server = await startEmbedded({ dataDir, log, durable: false })
  if (!server.ok) {
    await rm(dataDir, { recursive: true, force: true })
    throw new Error(server.message)
  }
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A run that was killed leaves its server; the next run finds and ends it. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(name.split(folderPrefix)[1]?.split('-')[0])
    if (!(pid > 0) || isAlive(pid)) continue
    const dataDir = join(tmpdir(), name)
    const server = await startEmbedded({ dataDir, log, durable: false })
    if (server.ok) await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
