import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, describe, expect, test, vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { startSandbox, type Sandbox, type SandboxPerson } from '../../sandbox/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { launchStock, type StockBot } from '../support/stock-bot.ts'

// What stock Telegraf does when it polls, and what the desk does in the same place.

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Telegraf prints the update when a handler fails, with all that the client wrote. */
function expectNoise(): void {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
}

async function sandboxAlone(): Promise<Sandbox> {
  const sandbox = await startSandbox()
  ends.push(() => sandbox.close())
  return sandbox
}

function stock(
  sandbox: Sandbox,
  ...rest: Parameters<typeof launchStock> extends [Sandbox, ...infer R] ? R : never
): StockBot {
  const running = launchStock(sandbox, ...rest)
  ends.push(() => running.stop())
  return running
}

async function ours(): Promise<TestDesk> {
  const desk = await startTestDesk()
  ends.push(() => desk.close())
  return desk
}

/** What a handler waits for until the test lets it go on. */
function held(): { released: Promise<void>; release: () => void } {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  return { released, release: () => release() }
}

const greeted = (desk: TestDesk, person: SandboxPerson) =>
  desk.sandbox.until(() => person.texts.some((text) => text.startsWith('Hello')))

describe('a handler that throws', () => {
  test('ends the polling of stock Telegraf, and its update is lost', async () => {
    expectNoise()
    const sandbox = await sandboxAlone()
    const [bad, good] = [sandbox.person(), sandbox.person()]
    bad.write('bad')
    good.write('good')
    const bot = stock(sandbox, (one) =>
      one.on('message', async (ctx) => {
        if (ctx.chat.id === bad.id) throw new Error('The handler failed')
        await ctx.reply('Hello')
      }),
    )
    expect(await bot.ended).toBeInstanceOf(Error)
    expect(sandbox.pendingCount()).toBe(0)
  })

  test('costs the desk one dead letter, and everybody else is served', async () => {
    const desk = await ours()
    const { pool } = desk.db.database
    const bad = desk.sandbox.person()
    await pool.query('alter table ticket rename to gone')
    bad.write('A text that needs the tickets')
    const states = async () => {
      const { rows } = await pool.query<{ state: string }>('select state from inbound_update')
      return rows.map(({ state }) => state)
    }
    await desk.sandbox.until(async () => (await states()).includes('dead'))
    await pool.query('alter table gone rename to ticket')
    const good = desk.sandbox.person()
    good.write('/start')
    await greeted(desk, good)
    // It is kept, with its text, for whoever looks into it.
    const { rows } = await pool.query<{ text: string }>(
      `select payload->'message'->>'text' as text from inbound_update where state = 'dead'`,
    )
    expect(rows).toEqual([{ text: 'A text that needs the tickets' }])
  })
})

describe('several messages of one chat in one batch', () => {
  test('are handled all at once by stock Telegraf, so the slowest answers last', async () => {
    const sandbox = await sandboxAlone()
    const person = sandbox.person()
    for (const text of ['1', '2', '3']) person.write(text)
    stock(sandbox, (one) =>
      one.hears(/^/, async (ctx) => {
        await sleep(300 - 100 * Number(ctx.message.text))
        await ctx.reply(ctx.message.text)
      }),
    )
    await sandbox.until(() => person.texts.length === 3)
    expect(person.texts).toEqual(['3', '2', '1'])
  })

  test('are handled in order by the desk, although the first is slower', async () => {
    const desk = await ours()
    const person = desk.sandbox.person()
    desk.sandbox.faults.add({ kind: 'delay', ms: 300, method: 'sendMessage', chatId: person.id })
    for (const text of ['/help', '/tickets', '/cancel']) person.write(text)
    await desk.sandbox.until(() => person.texts.length === 3)
    expect(person.texts.map((text) => text.split(/[ :]/)[0])).toEqual(['/new', 'You', 'There'])
  })
})

describe('one slow chat', () => {
  test('makes everyone wait for stock Telegraf', async () => {
    const sandbox = await sandboxAlone()
    const { released, release } = held()
    const [slow, quick] = [sandbox.person(), sandbox.person()]
    slow.write('slow')
    stock(sandbox, (one) =>
      one.on('message', async (ctx) => {
        if (ctx.chat.id === slow.id) await released
        await ctx.reply('done')
      }),
    )
    // What it was given is confirmed only when all of it has been handled.
    await sandbox.until(() =>
      sandbox.calls.some(({ response }) => JSON.stringify(response).includes('"slow"')),
    )
    quick.write('quick')
    await sleep(400)
    expect(quick.texts).toEqual([])
    release()
    await sandbox.until(() => quick.texts.length === 1)
    expect(slow.texts).toEqual(['done'])
  })

  test('delays nobody else at the desk', async () => {
    const desk = await ours()
    const { sandbox } = desk
    const [slow, quick] = [sandbox.person(), sandbox.person()]
    sandbox.faults.add({
      kind: 'delay',
      ms: 1_000 * patience,
      method: 'sendMessage',
      chatId: slow.id,
    })
    slow.write('/start')
    quick.write('/start')
    await greeted(desk, quick)
    expect(slow.texts).toEqual([])
    await greeted(desk, slow)
  })
})

describe('a call that hangs', () => {
  test('ends the polling of stock Telegraf by its handler timeout, and the handler runs on', async () => {
    expectNoise()
    const sandbox = await sandboxAlone()
    let ranOn = false
    const { released, release } = held()
    const person = sandbox.person()
    person.write('x')
    const bot = stock(
      sandbox,
      (one) =>
        one.on('message', async () => {
          await released
          ranOn = true
        }),
      { handlerTimeout: 100 },
    )
    expect(await bot.ended).toMatchObject({ name: 'TimeoutError' })
    expect(ranOn).toBe(false)
    release()
    await sandbox.until(() => ranOn)
  })

  test('holds up only its own chat at the desk', async () => {
    const desk = await ours()
    const [hanging, other] = [desk.sandbox.person(), desk.sandbox.person()]
    desk.sandbox.faults.add({
      kind: 'delay',
      ms: 3_000 * patience,
      method: 'sendMessage',
      chatId: hanging.id,
    })
    hanging.write('/start')
    other.write('/start')
    await greeted(desk, other)
    expect(hanging.texts).toEqual([])
  })
})
