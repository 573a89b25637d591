import { afterAll, beforeAll, expect, test } from 'vitest'

import { quickTimers, startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk({
    change: {
      timers: {
        ...quickTimers,
        informationTimeoutMs: 60_000,
        solutionTimeoutMs: 60_000,
        reminderBeforeMs: 0,
      },
    },
  })
})

afterAll(() => desk.close())

const statusOf = async (number: number) => {
  const { rows } = await desk.db.database.pool.query<{ status: string }>(
    'select status from ticket where number = $1',
    [number],
  )
  return rows[0]?.status
}

test.each([
  ['new', null],
  ['open', '/take'],
  ['postponed', '/later 2h the provider'],
  ['in_development', '/dev @ivan KEY-1 31.12'],
  ['pending', '/ask Which version?'],
  ['solution_proposed', '/solve Update it'],
])('a client who blocks the bot while his ticket is %s loses nothing', async (status, command) => {
  const ticket = await openTicket(desk)
  ticket.client.block()
  await desk.pass(1_000)
  const said = command === null ? null : ticket.say(command)
  await desk.sandbox.until(async () => (await statusOf(ticket.number)) === status)
  const isWaiting = status === 'pending' || status === 'solution_proposed'
  if (isWaiting) {
    await desk.sandbox.until(() => ticket.topic().reaction(said!) === '💔')
    await desk.pass(60_000)
    // T36: nobody closes a ticket for the silence of somebody who could not read the question.
    await ticket.staffReads('cannot be reached')
    expect(await statusOf(ticket.number)).toBe('open')
  }
  const unheard = ticket.say('Can you read this?')
  await desk.sandbox.until(() => ticket.topic().reaction(unheard) === '💔')
  ticket.client.unblock()
  ticket.client.write('I am back')
  await ticket.staffReads('I am back')
  ticket.say('Welcome back')
  await ticket.clientReads('Welcome back')
})
