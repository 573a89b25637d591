import { afterEach, expect, test } from 'vitest'

import type { Desk } from '../../src/desk/desk.ts'
import { quickTimers, startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

afterEach(() => desk.close())

const second = 1_000

async function promisingDesk(timers: Partial<Desk['timers']>) {
  desk = await startTestDesk({ change: { timers: { ...quickTimers, ...timers } } })
}

const timesRead = (ticket: OpenedTicket, text: string) =>
  ticket.topic().texts.filter((one) => one.includes(text)).length

test('EA-39: a first answer that is late is warned of and told to the supervisors, each once', async () => {
  await promisingDesk({ firstResponseMs: 60 * second })
  const { sandbox, forum } = desk
  const boss = sandbox.person({ name: 'Boss', username: 'boss' })
  forum.addMember(boss, 'administrator')
  boss.in(forum).write('/queue')
  const ticket = await openTicket(desk)
  ticket.say('/take')
  await ticket.clientReads('is working on your ticket')
  await desk.pass(120 * second)
  await ticket.staffReads('@anna, the first answer is promised by')
  await ticket.staffReads('The first answer was promised by')
  const late = ticket.topic().texts.find((text) => text.includes('was promised'))
  expect(late).toContain('@anna, @boss')
  await desk.pass(120 * second)
  expect(timesRead(ticket, 'is promised by')).toBe(1)
  expect(timesRead(ticket, 'was promised by')).toBe(1)
})

test('EA-38: neither a greeting nor a note is a first answer, an answer in time is', async () => {
  await promisingDesk({ firstResponseMs: 60 * second, replyLimitMs: 600 * second })
  const ticket = await openTicket(desk)
  ticket.say('// I know this one')
  ticket.say('Hello, I look into it')
  await ticket.clientReads('Hello, I look into it')
  const { rows } = await desk.db.database.pool.query<{ metric: string; state: string }>(
    `select metric, state from sla_clock where ticket_number = $1 order by metric`,
    [ticket.number],
  )
  expect(rows).toEqual([
    { metric: 'first_response', state: 'met' },
    { metric: 'resolution', state: 'running' },
  ])
  await desk.pass(120 * second)
  expect(timesRead(ticket, 'promised')).toBe(0)
})

test('a solution is promised by priority, and the time stands while the client is asked', async () => {
  const slow = 3_600 * second
  const resolutionMs = { urgent: 60 * second, high: slow, normal: slow, low: slow }
  await promisingDesk({ resolutionMs })
  const ticket = await openTicket(desk)
  ticket.say('/ask Which version?')
  await ticket.clientReads('Which version?')
  ticket.say('/priority urgent')
  await desk.sandbox.until(() => ticket.topic().texts[0]?.includes('Priority: Urgent'))
  await desk.pass(120 * second)
  expect(timesRead(ticket, 'solution')).toBe(0)
  ticket.client.write('Version 2')
  await ticket.staffReads('Version 2')
  await desk.pass(120 * second)
  await ticket.staffReads('A solution was promised by')
})
