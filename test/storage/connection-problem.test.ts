import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectionProblem } from '../../src/storage/connection-problem.ts'
import { openDatabase } from '../../src/storage/database.ts'

/** Says to every connection what the test wants: nothing, or good-bye. */
let server: Server
let answer: (socket: Socket) => void = () => undefined
const sockets: Socket[] = []

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined))
    answer(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
})

const secret = 'hunter2secret'

/** The template's address with some of its parts changed. */
function urlWith(change: (url: URL) => void): string {
  const url = new URL(inject('templateUrl'))
  change(url)
  return url.href
}

async function problemOf(url: string): Promise<string> {
  const error: unknown = await openDatabase({ url }).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  const text = connectionProblem(error)
  expect(text).not.toContain('\n')
  expect(text).not.toContain(secret)
  expect(text).not.toContain(new URL(inject('templateUrl')).password)
  return text
}

const port = () => String((server.address() as AddressInfo).port)

test('a port where nobody listens', async () => {
  const url = `postgresql://kvytok:${secret}@127.0.0.1:1/kvytok`
  expect(await problemOf(url)).toContain('Nothing answers at the PostgreSQL at 127.0.0.1:1')
})

test('a host that does not exist', async () => {
  const url = `postgresql://kvytok:${secret}@database.invalid/kvytok`
  expect(await problemOf(url)).toContain('database.invalid')
})

test('a wrong password', async () => {
  const text = await problemOf(urlWith((url) => (url.password = secret)))
  expect(text).toContain('refuses the user or the password')
})

test('a user that does not exist', async () => {
  const text = await problemOf(urlWith((url) => (url.username = 'nobody')))
  expect(text).toContain('refuses the user or the password')
})

test('a database that does not exist', async () => {
  const text = await problemOf(urlWith((url) => (url.pathname = '/elsewhere')))
  expect(text).toContain('The database elsewhere does not exist')
})

test('a server that says nothing', async () => {
  answer = () => undefined
  const url = `postgresql://kvytok:${secret}@127.0.0.1:${port()}/kvytok`
  expect(await problemOf(url)).toContain('in time')
})

test('a server that hangs up', async () => {
  answer = (socket) => socket.destroy()
  const url = `postgresql://kvytok:${secret}@127.0.0.1:${port()}/kvytok`
  expect(await problemOf(url)).toContain('was cut off')
})

test('anything else, without the address it may quote', () => {
  const text = connectionProblem(new Error(`bad postgresql://kvytok:${secret}@h/d\nat line 2`))
  expect(text).toBe('The database cannot be used: bad DATABASE_URL')
  expect(connectionProblem('odd')).toBe('The database cannot be used: the reason is not known')
})
