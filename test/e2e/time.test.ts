import { afterEach, expect, test } from 'vitest'

import { builtInDesk } from '../../src/desk/complete-desk.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { quickTimers, startTestDesk, type TestDesk } from '../support/desk.ts'
import { agentOf, openTicket, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

afterEach(() => desk.close())

const second = 1_000

/** A desk that lives in seconds. */
async function quickDesk(timers: Partial<Desk['timers']>, change: Partial<Desk> = {}) {
  const hour = 3_600 * second
  const slow = {
    replyLimitMs: hour,
    workLimitMs: hour,
    informationTimeoutMs: hour,
    solutionTimeoutMs: hour,
    reminderBeforeMs: 0,
  }
  desk = await startTestDesk({
    change: { timers: { ...quickTimers, ...slow, ...timers }, ...change },
  })
  return desk
}

const statusIs = (ticket: OpenedTicket, status: string) =>
  desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query<{ status: string }>(
      'select status from ticket where number = $1',
      [ticket.number],
    )
    return rows[0]?.status === status
  }, 10_000)

const assigneeIs = (ticket: OpenedTicket, name: string | null) =>
  desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query<{ name: string | null }>(
      'select a.name from ticket k left join agent a on a.id = k.assignee_id where number = $1',
      [ticket.number],
    )
    return rows[0]?.name === name
  }, 10_000)

const isAgent = (name: string, { away }: { away: boolean }) =>
  desk.sandbox.until(async () => {
    const { rowCount } = await desk.db.database.pool.query(
      'select 1 from agent where name = $1 and (away_until is not null) = $2',
      [name, away],
    )
    return rowCount === 1
  }, 10_000)

test('OT-26, OT-28: a client who does not answer is reminded, then the ticket closes, and he can reopen it', async () => {
  await quickDesk({ informationTimeoutMs: 60 * second, reminderBeforeMs: 30 * second })
  const ticket = await openTicket(desk)
  ticket.say('/ask Which version?')
  await ticket.clientReads('Which version?')
  await desk.pass(60 * second)
  await ticket.clientReads('A reminder: support is waiting for you.')
  await ticket.clientReads('The ticket was closed because there was no answer.')
  await ticket.staffReads('Closed automatically')
  await statusIs(ticket, 'closed')
  await ticket.client.press('Reopen')
  await ticket.clientReads('What is still open? Write it here.')
  ticket.client.write('Version 2, sorry')
  await ticket.staffReads('Version 2, sorry')
  await ticket.clientReads('The ticket is open again.')
  await statusIs(ticket, 'open')
})

test('OT-23, OT-24: a solution nobody objects to closes the ticket and asks for a rating', async () => {
  await quickDesk({ solutionTimeoutMs: 60 * second, reminderBeforeMs: 30 * second })
  const ticket = await openTicket(desk)
  await desk.pass(second)
  ticket.say('/solve Restart it')
  await ticket.clientReads('Restart it')
  await desk.pass(60 * second)
  await ticket.clientReads('A reminder')
  await ticket.clientReads('you did not respond to the solution')
  await ticket.clientReads('How helpful was support?')
})

test('OT-29, EA-11, EA-12: a postponed ticket comes back by time, or earlier by the client', async () => {
  await quickDesk({})
  const first = await openTicket(desk, { subject: 'By time' })
  first.say('/later 30m waiting for the provider')
  await first.clientReads('waiting for the provider')
  await statusIs(first, 'postponed')
  await desk.pass(1_800_000)
  await first.clientReads('The time is up: support is working on your ticket again.')
  await statusIs(first, 'open')
  const second = await openTicket(desk, { subject: 'By the client' })
  second.say('/later 2h waiting for the provider')
  await statusIs(second, 'postponed')
  second.client.write('It is urgent now')
  await second.staffReads('the ticket is no longer postponed')
  await statusIs(second, 'open')
})

test('OT-30, OT-31: a development that is overdue comes back', async () => {
  await quickDesk({})
  const ticket = await openTicket(desk)
  ticket.say('/dev @ivan KEY-12 30m')
  await ticket.clientReads('Your ticket is in development.')
  await statusIs(ticket, 'in_development')
  await desk.pass(1_800 * second)
  await ticket.staffReads('@anna, Supervisors, development is overdue: this ticket is open again.')
  await statusIs(ticket, 'open')
  await ticket.clientReads('Development is taking longer than expected.')
  expect(ticket.client.texts.join('\n')).not.toMatch(/ivan|KEY-12|Development has ended/)
})

test('OT-34, OT-35, EA-66: a message nobody answers in time goes to a free colleague, then to the queue', async () => {
  await quickDesk({ replyLimitMs: 60 * second }, { staff: builtInDesk.staff })
  const ticket = await openTicket(desk)
  const boris = desk.sandbox.person({ name: 'Boris', username: 'boris' })
  desk.forum.addMember(boris)
  boris.in(desk.forum).write('hello')
  await isAgent('Boris', { away: false })
  ticket.say('/take')
  await assigneeIs(ticket, 'Anna')
  await desk.pass(60 * second)
  await assigneeIs(ticket, 'Boris')
  // Nobody has to ask who knows of it: the supervisors, the colleague, and who lost it.
  await ticket.staffReads(
    [
      'The time limit has passed. For information: Supervisors.',
      '@boris is responsible now.',
      '@anna, this ticket is no longer yours.',
    ].join('\n'),
  )
  agentOf(desk).in(desk.forum).write('/away 2h')
  await isAgent('Anna', { away: true })
  await desk.pass(60 * second)
  await assigneeIs(ticket, null)
  await ticket.staffReads('nobody is free')
})

test('a client who blocked the bot is not silent: the ticket comes back', async () => {
  await quickDesk({ informationTimeoutMs: 2 * second })
  const ticket = await openTicket(desk)
  ticket.client.block()
  ticket.say('/ask Are you there?')
  await ticket.staffReads('the client cannot be reached')
  await statusIs(ticket, 'open')
})
