import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'

import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { api } from './conformance/bot-caller.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox()
  sandbox.person()
  sandbox.forum()
})

// Whatever was sent, the server is still there.
afterEach(async () => {
  const alive = await fetch(`${sandbox.apiRoot}/bot${sandbox.token}/getMe`)
  expect(alive.status).toBe(200)
})

afterAll(() => sandbox.close())

interface Sent {
  type?: string
  body?: string
  headers?: Record<string, string>
}

async function send(path: string, { type, body, headers = {} }: Sent = {}) {
  const response = await fetch(`${sandbox.apiRoot}${path}`, {
    method: 'POST',
    headers: { ...headers, ...(type !== undefined && { 'content-type': type }) },
    body: body ?? null,
  })
  const answered = JSON.parse(await response.text()) as Record<string, unknown>
  return { status: response.status, answered }
}

const call = (method: string, sent: Sent) => send(`/bot${sandbox.token}/${method}`, sent)

test.each([
  ['/bot1:wrong/getMe', 401, 'Unauthorized'],
  ['/bot/getMe', 401, 'Unauthorized'],
  ['/bot%00/getMe', 401, 'Unauthorized'],
  ['/file/bot1:wrong/files/x', 404, 'Not Found'],
  ['/nothing/here', 404, 'Not Found'],
])('%s is answered with %i', async (path, code, words) => {
  const { status, answered } = await send(path)
  expect(status).toBe(code)
  expect(answered).toEqual({ ok: false, error_code: code, description: words })
})

const boundary = 'multipart/form-data; boundary=x'
const part = '--x\r\ncontent-disposition: form-data; name="document"; filename="a.txt"\r\n\r\nabc'

test.each([
  ['JSON that breaks off', 'application/json', '{"chat_id":', "can't parse JSON object"],
  ['JSON that is no object', 'application/json', '7', "can't parse JSON object"],
  ['a list', 'application/json', '[1,2]', "can't parse JSON object"],
  ['JSON under a wrong name', 'text/plain', '{"chat_id":1}', 'is not known'],
  ['no boundary', 'multipart/form-data', part, 'invalid multipart body'],
  ['a part that breaks off', boundary, part, 'invalid multipart body'],
  ['a part without an end of its head', boundary, '--x\r\ncontent-disp', 'invalid multipart body'],
  ['no part at all', boundary, 'nothing', 'invalid multipart body'],
  ['another boundary', boundary, '--y\r\n\r\n--y--', 'invalid multipart body'],
  ['an empty form', boundary, '--x--\r\n', 'chat_id is empty'],
])('a body with %s is refused', async (_what, type, body, words) => {
  const { status, answered } = await call('sendDocument', { type, body })
  expect(answered).toMatchObject({ ok: false, error_code: 400 })
  expect(answered['description']).toContain(words)
  expect(status).toBe(400)
})

/** What a server says to bytes that no ordinary client would send. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(sandbox.apiRoot).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(bytes)
  return text(socket)
}

test.each([
  [
    'too long headers',
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`,
    431,
  ],
  ['no HTTP', 'HELO mail\r\n\r\n', 400],
  ['a length that is none', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n', 400],
])('%s are answered and the connection is closed', async (_what, bytes, code) => {
  const answered = await raw(bytes)
  expect(answered).toContain(`HTTP/1.1 ${String(code)} `)
  expect(answered).toContain(`{"ok":false,"error_code":${String(code)}`)
})

test('an address that cannot be one is not found', async () => {
  const asked = 'GET //[ HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'
  expect(await raw(asked)).toContain('HTTP/1.1 404 ')
})

test('who hangs up in the middle of an upload leaves nothing', async () => {
  const socket = connect(Number(new URL(sandbox.apiRoot).port), '127.0.0.1')
  await once(socket, 'connect')
  const path = `/bot${sandbox.token}/sendDocument`
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n\r\nabc`)
  socket.destroy()
  await once(socket, 'close')
})

test('the page is only for this machine and for itself', async () => {
  const body = JSON.stringify({ userId: 1, chatId: 1, text: 'x' })
  const type = 'application/json'
  const foreign = await raw(
    'GET /play/journal HTTP/1.1\r\nhost: evil.org\r\nconnection: close\r\n\r\n',
  )
  expect(foreign).toContain('HTTP/1.1 403 ')
  expect(await send('/play/message', { type, body })).toMatchObject({ status: 403 })
  const own = await send('/play/message', { type, body, headers: { 'x-play': '1' } })
  expect(own).toMatchObject({ status: 400, answered: { error: expect.any(String) as string } })
})

test('nobody but this machine can reach it', async () => {
  const { port } = new URL(sandbox.apiRoot)
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
  for (const { address } of others) {
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow()
  }
})

const actions = ['message', 'edit', 'press', 'reaction', 'block', 'person', 'member', 'topic']
const steering = ['fault', 'clear-faults', 'deadline', 'clock', 'files', 'nothing', '__proto__']

test('any JSON to the page is done or refused in a sentence', async () => {
  const headers = { 'x-play': '1' }
  const action = fc.constantFrom(...actions, ...steering)
  await fc.assert(
    fc.asyncProperty(action, fc.jsonValue(), async (name, value) => {
      const sent = { type: 'application/json', body: JSON.stringify(value), headers }
      const { status, answered } = await send(`/play/${name}`, sent)
      expect([200, 400]).toContain(status)
      if (status === 400) expect(answered).toEqual({ error: expect.any(String) as string })
    }),
    { numRuns: 200 },
  )
  sandbox.faults.clear()
})

test('any values to any method are taken or refused', async () => {
  const someone = [...sandbox.world.chats.keys()]
  const value = fc.oneof(
    fc.constantFrom<unknown>(...someone, 1, '', '[', '{"a":1}'),
    fc.jsonValue(),
  )
  const called = fc.constantFrom(...Object.keys(api.methods)).chain((method) =>
    fc.record({
      method: fc.constant(method),
      params: fc.dictionary(fc.constantFrom('x', ...Object.keys(api.methods[method]!)), value),
    }),
  )
  await fc.assert(
    fc.asyncProperty(called, async ({ method, params }) => {
      // These change who may be called, or wait.
      if (['leaveChat', 'setWebhook', 'getUpdates'].includes(method)) return
      const sent = { type: 'application/json', body: JSON.stringify(params) }
      const { status, answered } = await call(method, sent)
      expect([200, 400, 403, 501], JSON.stringify({ method, params, answered })).toContain(status)
      expect(answered['ok']).toBe(status === 200)
    }),
    { numRuns: 600 },
  )
})
