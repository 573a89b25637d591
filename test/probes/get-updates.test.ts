import { afterEach, describe, expect, test } from 'vitest'

import { startSandbox } from '../../sandbox/index.ts'
import { startTestDesk } from '../support/desk.ts'
import { launchStock } from '../support/stock-bot.ts'

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const answers = [
  { kind: 'status', code: 409, description: 'Conflict: terminated by other getUpdates request' },
  { kind: 'status', code: 400, description: 'Bad Request: something new' },
  { kind: 'noResult' },
] as const

describe.each(answers)('getUpdates that answers %o', (answer) => {
  test('ends the polling of stock Telegraf', async () => {
    const sandbox = await startSandbox()
    ends.push(() => sandbox.close())
    const bot = launchStock(sandbox, (one) => one.on('message', (ctx) => ctx.reply('here')))
    ends.push(() => bot.stop())
    await sandbox.until(() => sandbox.calls.some(({ method }) => method === 'getMe'))
    sandbox.faults.add({ ...answer, method: 'getUpdates' })
    sandbox.person().write('wake up')
    expect(await bot.ended).toBeInstanceOf(Error)
  })

  test('only makes the desk ask again', async () => {
    const desk = await startTestDesk()
    ends.push(() => desk.close())
    const person = desk.sandbox.person()
    desk.sandbox.faults.add({ ...answer, method: 'getUpdates' })
    person.write('/help')
    await desk.sandbox.until(() => person.texts.length === 1)
    person.write('/start')
    await desk.sandbox.until(() => person.texts.length === 2, 15_000)
  })
})
