import { EventEmitter, once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createTransport } from '../../../../src/bot/telegram/calls/transport.ts'
import { json, startAnswering } from '../answering-server.ts'

const token = '123456:secret-of-the-bot'

function transportTo(apiRoot: string, timeoutMs?: number) {
  const transport = createTransport({
    token,
    apiRoot,
    ...(timeoutMs !== undefined && { timeoutMs }),
  })
  onTestFinished(() => transport.close())
  return transport
}

test('a call is JSON without the keys that hold nothing, and its result is a value', async () => {
  const api = await startAnswering((_asked, response) => json(response, { ok: true, result: [1] }))
  const answer = await transportTo(api.apiRoot).send('getThing', { a: 1, b: null, c: undefined })
  expect(answer).toEqual({ ok: true, result: [1] })
  expect(api.asked[0]).toMatchObject({ path: `/bot${token}/getThing` })
  expect(JSON.parse(api.asked[0]!.body.toString())).toEqual({ a: 1 })
})

test.each(['/api', '/api/', '/a/b/'])('an API root may have the path %s', async (path) => {
  const api = await startAnswering((_asked, response) => json(response, { ok: true, result: 1 }))
  await transportTo(api.apiRoot + path).send('getMe')
  expect(api.asked[0]?.path).toBe(`${path.replace(/\/$/, '')}/bot${token}/getMe`)
})

test('a refusal carries code, description and parameters', async () => {
  const api = await startAnswering((_asked, response) =>
    json(
      response,
      {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 7',
        parameters: { retry_after: 7 },
      },
      429,
    ),
  )
  expect(await transportTo(api.apiRoot).send('sendMessage')).toEqual({
    ok: false,
    failure: {
      kind: 'refused',
      code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retryAfterSeconds: 7 },
    },
  })
})

test.each([
  ['a gateway says 502 in HTML', 502, '<html>Bad gateway</html>'],
  ['the API itself says 500', 500, '{"ok":false,"error_code":500,"description":"Internal"}'],
  ['HTML comes with status 200', 200, '<html>'],
  ['the JSON ends too early', 200, '{"ok":true,"resu'],
  ['the JSON is no object', 200, 'null'],
])('it is unknown whether a call was carried out when %s', async (_name, status, body) => {
  const api = await startAnswering((_asked, response) => response.writeHead(status).end(body))
  expect(await transportTo(api.apiRoot).send('sendMessage')).toMatchObject({
    ok: false,
    failure: { kind: 'ambiguous' },
  })
})

test('an upload too large for the server in front is a refusal', async () => {
  const api = await startAnswering((_asked, response) => response.writeHead(413).end('<html>'))
  expect(await transportTo(api.apiRoot).send('sendDocument')).toMatchObject({
    failure: { kind: 'refused', code: 413, description: 'Request Entity Too Large' },
  })
})

test('a reset, a truncated body and a silence after the request are ambiguous', async () => {
  const api = await startAnswering((asked, response) => {
    if (asked.method === 'reset') response.socket?.resetAndDestroy()
    if (asked.method === 'truncate') {
      response.writeHead(200, { 'content-length': 1000 })
      response.write('{"ok":true', () => response.destroy())
    }
  })
  const transport = transportTo(api.apiRoot, 200)
  for (const method of ['reset', 'truncate', 'silence']) {
    const answer = await transport.send(method)
    expect(answer, method).toMatchObject({ ok: false, failure: { kind: 'ambiguous' } })
  }
})

test('a refused connection and an unknown host are certainly not sent', async () => {
  const api = await startAnswering(() => undefined)
  await api.close()
  for (const apiRoot of [api.apiRoot, 'http://no-such-host.invalid']) {
    const answer = await transportTo(apiRoot).send('sendMessage')
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'not_sent' } })
  }
})

test('an abort before the call, and while no connection is there, means not sent', async () => {
  const api = await startAnswering((_asked, response) => json(response, { ok: true }))
  const transport = transportTo(api.apiRoot)
  const early = await transport.send('sendMessage', {}, { signal: AbortSignal.abort() })
  expect(early).toMatchObject({ failure: { kind: 'not_sent' } })
  const stop = new AbortController()
  const pending = transport.send('sendMessage', {}, { signal: stop.signal })
  stop.abort()
  expect(await pending).toMatchObject({ failure: { kind: 'not_sent' } })
  await transport.send('getMe')
  expect(api.asked.map(({ method }) => method)).toEqual(['getMe'])
})

test('an abort while the answer is awaited is ambiguous and frees the connection', async () => {
  const connection = new EventEmitter()
  const api = await startAnswering((_asked, response) => {
    response.on('close', () => connection.emit('closed'))
    connection.emit('asked')
  })
  const closed = once(connection, 'closed')
  const asked = once(connection, 'asked')
  const stop = new AbortController()
  const pending = transportTo(api.apiRoot).send('getUpdates', {}, { signal: stop.signal })
  await asked
  stop.abort()
  expect(await pending).toMatchObject({ failure: { kind: 'ambiguous' } })
  await closed
})

test('a connection that dies before it takes the request has sent nothing', async () => {
  const server = createServer((socket) => socket.resetAndDestroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  // TLS never comes up, so the request is never handed to the connection.
  const answer = await transportTo(`https://127.0.0.1:${port}`).send('sendMessage')
  expect(answer).toMatchObject({ failure: { kind: 'not_sent' } })
})

test('the token is in no failure', async () => {
  const api = await startAnswering((asked, response) => {
    if (asked.method === 'reset') response.socket?.resetAndDestroy()
    else json(response, { ok: false, error_code: 400, description: `no ${token} here` }, 400)
  })
  const transport = transportTo(api.apiRoot)
  const nowhere = transportTo('http://127.0.0.1:1')
  const answers = [
    await transport.send('reset'),
    await transport.send('refuse'),
    await transport.send('bad path'),
    await transport.send('cyclic', cyclic()),
    await nowhere.send('getMe'),
  ]
  for (const answer of answers) {
    expect(answer.ok).toBe(false)
    expect(inspect(answer, { depth: 10, showHidden: true })).not.toContain('secret-of-the-bot')
  }
})

function cyclic(): object {
  const value: Record<string, unknown> = {}
  value['self'] = value
  return value
}
