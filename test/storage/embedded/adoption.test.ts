import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbedded } from '../../../src/storage/embedded/start-embedded.ts'
import { rowsOf, serverPid, serverRuns, silent, useDataDir } from '../../support/run-embedded.ts'

const dataDir = useDataDir()
const start = () => startEmbedded({ dataDir: dataDir.path(), log: silent, durable: false })

test('a program that was killed leaves a server that the next one adopts', async () => {
  const first = await dataDir.startProgram()
  await rowsOf(first.report, 'create table kept as select 12 as number')
  const pid = await serverPid(dataDir.path())
  await first.kill()

  const second = await dataDir.startProgram()
  expect(second.report).toMatchObject({ ok: true, adopted: true })
  expect(await serverPid(dataDir.path())).toBe(pid)
  expect(await rowsOf(second.report, 'select number from kept')).toEqual([{ number: 12 }])

  expect(await second.end()).toBe(0)
  expect(serverRuns(dataDir.path())).toBe(false)
})

test('a second program on the same folder is refused and told which one is there', async () => {
  const first = await dataDir.startProgram()
  const second = await start()
  expect(second).toEqual({
    ok: false,
    inUse: true,
    message: expect.stringContaining(`process ${first.process.pid}`) as unknown,
  })
  expect(second).toHaveProperty('message', expect.stringContaining('DATA_DIR'))
  // The refusal did the first one no harm.
  expect(await rowsOf(first.report, 'select 1 as one')).toEqual([{ one: 1 }])

  await first.end()
  const third = await start()
  expect(third).toMatchObject({ ok: true, adopted: false })
  if (third.ok) await third.stop()
})

test('of programs that start at the same moment in an empty folder one gets it', async () => {
  const all = await Promise.all([1, 2, 3].map(() => dataDir.startProgram()))
  expect(all.filter(({ report }) => report.ok)).toHaveLength(1)
  const winner = all.find(({ report }) => report.ok)
  expect(await rowsOf(winner!.report, 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await readdir(dataDir.path())).filter((name) => /\d$/.test(name))).toEqual([])
})

test('a server that was killed together with its program keeps what was committed', async () => {
  const first = await dataDir.startProgram()
  await rowsOf(first.report, 'create table kept as select 12 as number')
  const pid = await serverPid(dataDir.path())
  await first.kill()
  process.kill(pid, 'SIGKILL')

  const second = await dataDir.startProgram()
  expect(second.report).toMatchObject({ ok: true, adopted: false })
  expect(await rowsOf(second.report, 'select number from kept')).toEqual([{ number: 12 }])
})

test('what a killed program left half made is removed, what another one is making stays', async () => {
  const dead = spawn(process.execPath, ['--version'])
  await once(dead, 'exit')
  const drafts = [`postgres.${dead.pid}`, `postgres.${process.pid}`]
  for (const draft of drafts) await mkdir(join(dataDir.path(), draft, 'files'), { recursive: true })
  const program = await dataDir.startProgram()
  expect(program.report.ok).toBe(true)
  const left = (await readdir(dataDir.path())).filter((name) => /\d$/.test(name))
  expect(left).toEqual([`postgres.${process.pid}`])
})
