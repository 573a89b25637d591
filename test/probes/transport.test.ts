import { setTimeout as sleep } from 'node:timers/promises'

import { Telegraf } from 'telegraf'
import { expect, onTestFinished, test } from 'vitest'

import { startSandbox } from '../../sandbox/index.ts'
import { createTransport } from '../../src/bot/telegram/calls/transport.ts'

test('stock Telegraf waits for a call without an end, the desk only as long as it is told', async () => {
  const sandbox = await startSandbox()
  const { token, apiRoot } = sandbox
  sandbox.faults.add({ kind: 'hang', method: 'getMe', times: 2 })
  let isOver = false
  const stock = new Telegraf(token, { telegram: { apiRoot } }).telegram
    .getMe()
    .catch((error: unknown) => error)
    .finally(() => (isOver = true))
  const transport = createTransport({ token, apiRoot, timeoutMs: 300 })
  onTestFinished(() => transport.close())
  const answer = await transport.send('getMe')
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'ambiguous' } })
  await sleep(300)
  // Its limit of 500 s cannot be set.
  expect(isOver).toBe(false)
  await sandbox.close()
  expect(await stock).toBeInstanceOf(Error)
})
