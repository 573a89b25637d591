import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { runCommand } from '../../src/operator/run-command.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts'
import { migrate } from '../../src/storage/migrate.ts'

test('the database that a running desk keeps itself is found; without one, what to do is said', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kvytok-operator-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const list = () => runCommand(['dead', 'list'], { BOT_TOKEN: '42:token', DATA_DIR: dataDir })
  const notRunning = {
    code: 1,
    text:
      `No desk runs with DATA_DIR=${dataDir}: start it with npm start and try again, ` +
      'or set DATABASE_URL if it uses another PostgreSQL.',
  }
  expect(await list()).toEqual(notRunning)

  const log = { info: () => undefined, warn: () => undefined }
  const server = await startEmbedded({ dataDir, log, durable: false })
  if (!server.ok) throw new Error(server.message)
  try {
    expect(await list()).toEqual({
      code: 1,
      text: 'The database is not of this version: start the desk once, which brings it up to date.',
    })
    const database = await openDatabase({ url: server.url, poolSize: 1 })
    await migrate({ database })
    await database.pool.query(
      `insert into inbound_update (bot_id, update_id, lane, payload, state, reason, attempts)
       values (42, 5, 'user:7', '{}', 'dead', 'Error: one of ours', 3),
              (43, 6, 'user:7', '{}', 'dead', 'Error: of another bot', 3)`,
    )
    await database.close()
    const { code, text } = await list()
    expect(code).toBe(0)
    expect(text.split('\n')).toHaveLength(2)
    expect(text).toMatch(/^5 +\S+Z +user:7 +3 +Error: one of ours$/m)
  } finally {
    await server.stop()
  }
  expect(await list()).toEqual(notRunning)
})
