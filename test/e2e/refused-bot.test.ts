import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

test.each([
  [401, 'Unauthorized'],
  [404, 'Not Found'],
])('a %i to one message or to one poll delays nothing for long', async (code, description) => {
  const ticket = await openTicket(desk)
  const fault = { kind: 'status', code, description } as const
  desk.sandbox.faults.add({ ...fault, method: 'sendMessage', chatId: ticket.client.id })
  desk.sandbox.faults.add({ ...fault, method: 'getUpdates' })
  ticket.say(`After ${String(code)}`)
  ticket.say(`And more after ${String(code)}`)
  await ticket.clientReads(`And more after ${String(code)}`)
  const read = ticket.client.texts.filter((text) => text.includes(`fter ${String(code)}`))
  expect(read).toHaveLength(2)
  const { status } = await fetch(`${desk.httpUrl()}/readyz`)
  expect(status).toBe(200)
})
