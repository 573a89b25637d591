import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startEmbedded } from '../../../src/storage/embedded/start-embedded.ts'
import { rowsOf, serverPid, silent, useDataDir } from '../../support/run-embedded.ts'

const dataDir = useDataDir()
const start = () => startEmbedded({ dataDir: dataDir.path(), log: silent, durable: false })

test('a pid file that names a stranger does not keep the server from starting', async () => {
  const first = await start()
  if (!first.ok) throw new Error(first.message)
  const pidFile = join(dataDir.path(), 'postgres/postmaster.pid')
  const [, ...rest] = (await readFile(pidFile, 'utf8')).split('\n')
  await first.stop()
  // A process that lives and belongs to the server's user, as it happens in a container.
  const { uid, gid } = await stat(join(dataDir.path(), 'postgres'))
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
  process.kill(await serverPid(dataDir.path()), 'SIGKILL')
  await expect(server.lost).resolves.toContain('postgres.log')
  await server.stop()
})

test('a server that restarts itself after a fault stays ours', async () => {
  const news = new EventEmitter()
  const listening = { ...silent, info: (_: object, text: string) => news.emit(text) }
  const server = await startEmbedded({ dataDir: dataDir.path(), log: listening, durable: false })
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
  expect(await rowsOf(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('a start waits for another program to end as long as it is told, and says so once', async () => {
  const said: string[] = []
  const log = { info: () => undefined, warn: (_: object, text: string) => said.push(text) }
  const first = await start()
  if (!first.ok) throw new Error(first.message)
  const begin = (waitMs: number) =>
    startEmbedded({ dataDir: dataDir.path(), log, durable: false, waitMs })
  expect(await begin(0)).toMatchObject({ ok: false, inUse: true })
  expect(said).toEqual([])

  const second = begin(60_000)
  await expect.poll(() => said, { timeout: 20_000 }).toHaveLength(1)
  await delay(3_500)
  await first.stop()
  const started = await second
  expect(started).toMatchObject({ ok: true })
  expect(said).toEqual(['Another program works with this database; waiting for it to end'])
  if (started.ok) await started.stop()
})

test('a folder that cannot be made is told in one line', async () => {
  const file = join(dataDir.path(), 'file')
  await writeFile(file, '')
  const verdict = await startEmbedded({ dataDir: join(file, 'data'), log: silent })
  expect(verdict).toMatchObject({ ok: false })
  expect(verdict).toHaveProperty('message', expect.stringMatching(/DATA_DIR.*ENOTDIR/))
})

// Only root can close a folder to the user that the server runs as.
test.runIf(process.getuid?.() === 0)(
  'a folder inside one that is closed to all others',
  async () => {
    await chmod(dataDir.path(), 0o700)
    const server = await startEmbedded({
      dataDir: join(dataDir.path(), 'inner'),
      log: silent,
      durable: false,
    })
    if (!server.ok) throw new Error(server.message)
    expect(await rowsOf(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect((await stat(dataDir.path())).mode & 0o777).toBe(0o700)
  },
)

test('the password is kept from others and signals are left to the program', async () => {
  const listeners = () =>
    ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit', 'beforeExit'].map((name) => process.listenerCount(name))
  const before = listeners()
  const server = await start()
  if (!server.ok) throw new Error(server.message)
  expect(listeners()).toEqual(before)
  const password = new URL(server.url).password
  const file = join(dataDir.path(), 'postgres.password')
  expect(await readFile(file, 'utf8')).toBe(password)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await rowsOf(server, 'select current_setting($$server_encoding$$) as e')).toEqual([
    { e: 'UTF8' },
  ])
  expect(await rowsOf(server, `select lower('ЇЖАК ÇĞ') as text`)).toEqual([{ text: 'їжак çğ' }])
  await expect(
    rowsOf({ ok: true, adopted: false, url: server.url.replace(password, 'wrong') }, 'select 1'),
  ).rejects.toThrow('password authentication failed')
  await server.stop()
})
