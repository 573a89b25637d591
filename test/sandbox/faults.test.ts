import { afterEach, beforeEach, expect, test } from 'vitest'

import { startSandbox, type Sandbox } from '../../sandbox/index.ts'

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox()
})

afterEach(() => sandbox.close())

const getMe = () => fetch(`${sandbox.apiRoot}/bot${sandbox.token}/getMe`)

test('a page may come with the status of success', async () => {
  sandbox.faults.add({ kind: 'html200' })
  const answer = await getMe()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/html')
  expect(await answer.text()).toContain('Welcome to this network')
  expect((await getMe()).headers.get('content-type')).toBe('application/json')
})

test('a fault that lasts meets every call until its time is over, and counts them', async () => {
  const status = async () => (await getMe()).status
  sandbox.faults.add({ kind: 'html502', lastsMs: 500 })
  expect([await status(), await status(), await status()]).toEqual([502, 502, 502])
  await sandbox.until(() => sandbox.faults.waiting().length === 0)
  expect(await status()).toBe(200)
  expect(sandbox.faults.met()).toBe(3)
})

test('a fault that lasts may end before its time', async () => {
  const status = async () => (await getMe()).status
  sandbox.faults.add({ kind: 'html502', lastsMs: 60_000, times: 2 })
  expect([await status(), await status(), await status()]).toEqual([502, 502, 200])
})
