import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { startTestDesk, unhurried, type TestDesk } from '../support/desk.ts'
import { untilHandled } from '../support/late-albums.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'

vi.setConfig({ testTimeout: 60_000 * patience })

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  const limits = { ...builtInDesk.limits, messagesPerMinute: 10_000, pacing: unhurried }
  desk = await startTestDesk({ change: { limits } })
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

/** Around every border a number could be held by, and as nobody writes one. */
const numbers = [
  '0',
  '-1',
  '007',
  '1000',
  '2147483647',
  '2147483648',
  '-2147483649',
  '9007199254740991',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '99999999999',
]

/** Every action of a button, with as many numbers as it carries; `$` is one of them. */
const buttons = [
  'take:$',
  'ask:$',
  'solve:$',
  'note:$',
  'later:$',
  'dev:$',
  'more:$',
  'force:1:$',
  'tickets:$',
  'journal:$',
  'quiet:$:$',
  'quiet:0:$',
  'show:$',
  'add:$',
  'route:$:1',
  'route:1:$',
  'route:$:$',
  'reply:$:1',
  'reply:1:$',
  'accept:$:1',
  'accept:1:$',
  'reject:$:1',
  'reject:1:$',
  'withdraw:$:0',
  'withdraw:1:$',
  'reopen:$:1',
  'reopen:1:$',
  'follow:$:1:1',
  'follow:1:$:1',
  'follow:1:1:$',
  'step:abc:$:o-$',
  'rerate:$:1',
  'rerate:1:$',
  'rate:$:1:speed:5',
  'rate:1:$:speed:5',
  'rate:1:1:speed:$',
  'opinion:$',
]

/** Updates that failed, also those that went well when they were tried again. */
async function failures(): Promise<unknown[]> {
  const { rows } = await desk.db.database.pool.query<object>(
    `select state, attempts, reason, payload->'callback_query'->>'data' as data,
            payload->'message'->>'text' as text
     from inbound_update where state = 'dead' or reason like '%rror%'`,
  )
  return rows
}

test('no number in a button makes a dead letter', async () => {
  const inChat = ticket.client.lastMessage!
  const inTopic = await ticket.staffReads('Type: ')
  for (const button of buttons) {
    for (const number of numbers) {
      const data = `1:${button.replaceAll('$', number)}`
      ticket.client.forge(inChat, data)
      ticket.agent.forge(inTopic, data)
    }
  }
  await untilHandled(desk, 50_000)
  expect(await failures()).toEqual([])
  const answer = ticket.client.forge(inChat, '1:show:2147483648')
  await desk.sandbox.until(() => answer.answer?.text === 'This is no longer current.')
})

test('no number in a command makes one, and each is answered', async () => {
  const asked = [
    '/find $',
    '/find #$',
    '/merge $',
    '/merge #$',
    '/later $h reason',
    '/later $d 1h reason',
    '/later $:$ reason',
    '/later $.$.$ reason',
    '/away $d',
    '/away $',
    '/ban $w',
    '/dev @ivan KEY-$ $-12-01',
    '/tag $',
    '/priority $',
    '/close $ text',
    '/assign @$',
    '/history $',
    '/split $',
    '/stats $',
  ]
  const { topic, say, client } = ticket
  for (const command of asked) {
    for (const number of numbers) say(command.replaceAll('$', number))
  }
  for (const command of ['/start $', '/journal $', '/tickets $', '/settings $']) {
    for (const number of numbers) client.write(command.replaceAll('$', number))
  }
  await untilHandled(desk, 50_000)
  expect(await failures()).toEqual([])
  const answers = () => topic().texts
  for (const [command, told] of [
    ['/merge 99999999999', 'There is no such ticket.'],
    ['/merge 2147483647', 'There is no such ticket.'],
    ['/find #88888888888', 'Nothing found.'],
    ['/find 2147483648', 'Nothing found.'],
    ['/later 99999999999h reason', 'The time or the reason is missing.'],
    ['/away 999999999d', 'Until when?'],
  ] as const) {
    const before = answers().filter((text) => text.includes(told)).length
    say(command)
    await desk.sandbox.until(() => answers().filter((text) => text.includes(told)).length > before)
  }
})
