import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { runCommand } from '../../src/operator/run-command.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { serverRuns, silent } from '../support/run-embedded.ts'

vi.setConfig({ testTimeout: 120_000 * patience })

test('a desk that is stopped is backed up, and comes back into a new folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kvytok-operator-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [old, anew, file] = [join(folder, 'old'), join(folder, 'new'), join(folder, 'desk.backup')]
  const type = (dataDir: string, ...words: string[]) =>
    runCommand(words, { BOT_TOKEN: '42:token', DATA_DIR: dataDir })
  expect(await type(old, 'backup', file)).toEqual({
    code: 1,
    text:
      `No desk has run with DATA_DIR=${old}: name its folder, ` +
      'or set DATABASE_URL if it uses another PostgreSQL.',
  })

  const server = await startEmbedded({ dataDir: old, log: silent, durable: false })
  if (!server.ok) throw new Error(server.message)
  const database = await openDatabase({ url: server.url, poolSize: 1 })
  await migrate({ database })
  await database.pool.query(`insert into person (name) values ('Olena')`)
  await database.close()
  await server.stop()

  expect(await type(old, 'backup', file)).toMatchObject({ code: 0 })
  expect(await type(anew, 'restore', file)).toMatchObject({ code: 0 })
  expect([serverRuns(old), serverRuns(anew)]).toEqual([false, false])
  expect((await type(anew, 'restore', file)).text).toBe(
    `The database in DATA_DIR=${anew} is not empty, and a restore overwrites nothing: ` +
      'name another DATA_DIR.',
  )
})
