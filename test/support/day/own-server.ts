import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { findBinaries } from '../../../src/storage/embedded/binaries.ts'
import { commandAs, findServerUser } from '../../../src/storage/embedded/server-user.ts'
import { startEmbedded } from '../../../src/storage/embedded/start-embedded.ts'
import type { StageDatabase } from './stage.ts'

const run = promisify(execFile)
const silent = { info: () => undefined, warn: () => undefined }

/** A PostgreSQL that nobody else uses, so that it may be ended in the middle of its work. */
export async function startOwnServer(): Promise<StageDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), `kvytok-test-${String(process.pid)}-own-`))
  const binaries = await findBinaries()
  if (binaries === null) throw new Error('There is no embedded PostgreSQL for this system')
  const server = await startEmbedded({ dataDir, log: silent, durable: false })
  if (!server.ok) throw new Error(server.message)
  const folder = join(dataDir, 'postgres')

  /** PostgreSQL's own tool: it starts the server again as it had been started. */
  async function control(...args: string[]): Promise<void> {
    const tool = join(dirname(binaries?.postgres ?? ''), 'pg_ctl')
    const given = ['-D', folder, '-w', '-l', join(folder, 'again.log'), ...args]
    const { file, args: all, ids } = commandAs(await findServerUser(), tool, given)
    await run(file, all, { cwd: folder, ...ids })
  }

  return {
    url: server.url,
    restart: () => control('restart', '-m', 'immediate'),
    async drop() {
      await control('stop', '-m', 'immediate')
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
