import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { readUpdates } from '../../sandbox/foreign-updates.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'
import { recordedUpdates } from '../support/recorded-updates.ts'
import { launchStock } from '../support/stock-bot.ts'

describe('recorded updates', () => {
  let sandbox: Sandbox
  let desk: TestDesk

  beforeAll(async () => {
    sandbox = await startSandbox()
    desk = await startTestDesk({ mode: 'polling' })
  })

  afterAll(async () => {
    await desk.close()
    await sandbox.close()
  })

  test('reach a plain Telegraf, each once and as they were', async () => {
    const updates = await recordedUpdates()
    const heard: Record<string, unknown>[] = []
    const stock = launchStock(sandbox, (bot) => {
      bot.use((context) => void heard.push(context.update as never))
      bot.catch(() => undefined)
    })
    await sandbox.until(() => sandbox.calls.some(({ method }) => method === 'deleteWebhook'))
    for (const update of updates) sandbox.replay(update)
    // These a bot hears of only if it asks for them.
    const asked = ['chat_member', 'message_reaction', 'message_reaction_count']
    const expected = updates.filter((update) => !asked.some((kind) => kind in update))
    await sandbox.until(() => heard.length === expected.length)
    const contents = heard.map(({ update_id: _id, ...content }) => content)
    expect(contents).toEqual(expected.map(({ update_id: _id, ...content }) => content))
    expect(stock.isEnded()).toBe(false)
    await stock.stop()
  })

  test(
    'are all dealt with by the desk, which goes on',
    async () => {
      for (const update of await recordedUpdates()) desk.sandbox.replay(update)
      await desk.sandbox.until(() => desk.sandbox.pendingCount() === 0, 30_000)
      const { rows } = await desk.sandbox.until(async () => {
        const read = await desk.db.database.pool.query<{ state: string }>(
          'select state from inbound_update',
        )
        return read.rows.every(({ state }) => state !== 'pending') && read
      }, 30_000)
      expect(rows.length).toBeGreaterThan(100)
      expect(rows.filter(({ state }) => state === 'dead')).toEqual([])
      expect((await openTicket(desk)).number).toBeGreaterThan(0)
    },
    90_000 * patience,
  )
})

describe('a file to replay', () => {
  let place: string

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'kvytok-replay-'))
  })

  afterAll(() => rm(place, { recursive: true }))

  const one = { update_id: 1, message: { text: 'one' } }

  test.each([
    ['one update', one, [one]],
    ['a list of them', [one, one], [one, one]],
    ['one with its origin', { source: 'somewhere', update: one }, [one]],
  ])('holds %s', async (_what, content, updates) => {
    const file = join(place, 'some.json')
    await writeFile(file, JSON.stringify(content))
    expect(await readUpdates(file)).toEqual({ ok: true, updates })
    expect(await readUpdates(place)).toEqual({ ok: true, updates })
  })

  test('that is none is told by its name', async () => {
    const file = join(place, 'some.json')
    await writeFile(file, '{"update_id":')
    expect(await readUpdates(file)).toMatchObject({ ok: false })
    const missing = await readUpdates(join(place, 'missing'))
    expect(missing).toMatchObject({ ok: false })
    expect(JSON.stringify(missing)).toContain('missing')
  })
})
