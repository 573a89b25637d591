import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { Telegraf } from 'telegraf'
import { afterEach, describe, expect, test } from 'vitest'

import { startSandbox } from '../../sandbox/index.ts'
import { startTestDesk, webhookSecret, type TestDesk } from '../support/desk.ts'
import { searchDatabase } from '../support/search-database.ts'
import { messageFrom } from '../support/stock-bot.ts'

// What stock Telegraf does behind its own webhook, and what the desk does in the same place.

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function ours(): Promise<TestDesk> {
  const desk = await startTestDesk({ mode: 'webhook' })
  ends.push(() => desk.close())
  return desk
}

/** Stock Telegraf behind HTTP; returns its port. */
async function stock(prepare: (bot: Telegraf) => void, apiRoot: string, token: string) {
  const bot = new Telegraf(token, { telegram: { apiRoot } })
  prepare(bot)
  bot.botInfo = await bot.telegram.getMe()
  const callback = bot.webhookCallback('/telegram')
  const server = createServer((request, response) => void callback(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return (server.address() as AddressInfo).port
}

/** Posts a body in two pieces that arrive apart. */
async function postInPieces(port: number, body: Buffer, cutAt: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setNoDelay(true)
  const head = [
    'POST /telegram HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    'Connection: close',
    `X-Telegram-Bot-Api-Secret-Token: ${webhookSecret}`,
    `Content-Length: ${String(body.length)}`,
  ].join('\r\n')
  socket.write(`${head}\r\n\r\n`)
  socket.write(body.subarray(0, cutAt))
  await sleep(50)
  socket.write(body.subarray(cutAt))
  socket.resume()
  await once(socket, 'close')
}

const portOf = (desk: TestDesk) => Number(new URL(desk.httpUrl()).port)

function splitInsideLetter(update: object): { body: Buffer; cutAt: number } {
  const body = Buffer.from(JSON.stringify(update))
  return { body, cutAt: body.indexOf('ї') + 1 }
}

describe('a body that is split inside a letter', () => {
  test('arrives corrupted at stock Telegraf', async () => {
    const sandbox = await startSandbox()
    ends.push(() => sandbox.close())
    const texts: string[] = []
    const port = await stock(
      (bot) => bot.hears(/^/, (ctx) => void texts.push(ctx.message.text)),
      sandbox.apiRoot,
      sandbox.token,
    )
    const { body, cutAt } = splitInsideLetter({ update_id: 1, ...messageFrom(7, 'Київ') })
    await postInPieces(port, body, cutAt)
    expect(texts).toHaveLength(1)
    expect(texts).not.toContain('Київ')
  })

  test('arrives as it was written at the desk', async () => {
    const desk = await ours()
    const person = desk.sandbox.person()
    const { body, cutAt } = splitInsideLetter({ update_id: 1, ...messageFrom(person.id, 'Київ') })
    await postInPieces(portOf(desk), body, cutAt)
    await desk.sandbox.until(() => person.texts.length > 0)
    const found = await searchDatabase(desk.db.database.pool, 'Київ')
    expect(found.map(({ table }) => table)).toEqual(['dialogue'])
  })
})

describe('an update that Telegram brings twice', () => {
  const post = (port: number, update: object) =>
    fetch(`http://127.0.0.1:${String(port)}/telegram`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': webhookSecret,
      },
      body: JSON.stringify(update),
    })

  test('is answered twice by stock Telegraf', async () => {
    const sandbox = await startSandbox()
    ends.push(() => sandbox.close())
    const person = sandbox.person()
    const port = await stock(
      (bot) => bot.hears(/^/, (ctx) => ctx.reply('Hello')),
      sandbox.apiRoot,
      sandbox.token,
    )
    const update = { update_id: 5, ...messageFrom(person.id, '/start') }
    await post(port, update)
    await post(port, update)
    expect(person.texts).toEqual(['Hello', 'Hello'])
  })

  test('is answered once by the desk', async () => {
    const desk = await ours()
    const person = desk.sandbox.person()
    const update = { update_id: 5, ...messageFrom(person.id, '/start') }
    await post(portOf(desk), update)
    await post(portOf(desk), update)
    await post(portOf(desk), { update_id: 6, ...messageFrom(person.id, '/help') })
    await desk.sandbox.until(() => person.texts.some((text) => text.startsWith('/new')))
    expect(person.texts).toHaveLength(2)
  })
})

describe('a handler that throws', () => {
  test('makes stock Telegraf answer 200, lose the update and end the process', async () => {
    const program = new URL('../support/throwing-webhook-program.ts', import.meta.url).pathname
    const child = spawn(process.execPath, ['--import', 'tsx', program], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const exited = once(child, 'exit') as Promise<[number]>
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const response = await fetch(`http://127.0.0.1:${line.toString().trim()}/hook`, {
      method: 'POST',
      body: JSON.stringify({ update_id: 1, ...messageFrom(7, 'lost') }),
    })
    expect(response.status).toBe(200)
    expect((await exited)[0]).not.toBe(0)
  })

  test('makes the desk keep the update, and it goes on', async () => {
    const desk = await ours()
    const { pool } = desk.db.database
    await pool.query('alter table ticket rename to gone')
    const person = desk.sandbox.person()
    person.write('Not lost')
    await desk.sandbox.until(async () => {
      const { rows } = await pool.query(`select from inbound_update where state = 'dead'`)
      return rows.length === 1
    })
    await pool.query('alter table gone rename to ticket')
    person.write('/help')
    await desk.sandbox.until(() => person.texts.some((text) => text.startsWith('/new')))
  })
})
