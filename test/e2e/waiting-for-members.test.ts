import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Fault } from '../../sandbox/faults.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { untilHandled } from '../support/late-albums.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

const membersOnly = 'Only members of the staff group are obeyed here.'

let desk: TestDesk
let ticket: OpenedTicket

beforeEach(async () => {
  desk = await startTestDesk()
  ticket = await openTicket(desk)
})

afterEach(() => desk.close())

function refuse(method: string, reason: string): void {
  const fault: Fault = {
    kind: 'status',
    method,
    code: 400,
    description: `Bad Request: ${reason}`,
    times: 1_000,
  }
  desk.sandbox.faults.add(fault)
}

const readiness = async () => {
  const response = await fetch(`${desk.httpUrl()}/readyz`)
  return ((await response.json()) as { problems: string[] }).problems
}
const rightMissing = async (right: string) => {
  const text = await (await fetch(`${desk.httpUrl()}/metrics`)).text()
  return new RegExp(`kvytok_right_missing{right="${right}"} (\\d)`).exec(text)?.[1]
}
const saidInGeneral = (words: string) =>
  desk.forum.general.filter(
    (message) => message.from?.is_bot === true && textOf(message).includes(words),
  )

test.each([
  ['a listed word', 'USER_NOT_PARTICIPANT'],
  ['a word that nobody knows', 'USER_IS_NEW_TO_ALL'],
])('a stranger whom Telegram refuses with %s silences no topic', async (_how, reason) => {
  ticket.say('Anna is known')
  await ticket.clientReads('Anna is known')
  refuse('getChatMember', reason)
  const stranger = desk.sandbox.person({ name: 'Mallory' })
  stranger.in(desk.forum).write('Pay here', { topic: ticket.topic() })
  ticket.say('Said behind the stranger')
  await ticket.clientReads('Said behind the stranger')
  await ticket.staffReads(membersOnly)
  expect(ticket.client.texts).not.toContain('Pay here')
})

test('a bot that is no administrator says so once, and what waits for it is a problem until it is one', async () => {
  const notSaid = ['getChatMember', 'getChatAdministrators']
  for (const method of notSaid) refuse(method, 'CHAT_ADMIN_REQUIRED')
  await desk.restart()
  ticket.say('Anna after the start')
  await desk.sandbox.until(() => saidInGeneral('It is no administrator').length === 1)
  const lacks = 'The bot lacks in the staff group: administrator'
  expect(await readiness()).toContain(lacks)
  expect(await rightMissing('administrator')).toBe('1')
  const waits =
    'An update waits to know who wrote it: make the bot an administrator of the staff group'
  await desk.sandbox.until(async () => (await readiness()).includes(waits), 20_000)
  expect(ticket.client.texts).not.toContain('Anna after the start')

  desk.sandbox.faults.clear()
  desk.forum.limitBot([], ticket.agent)
  await ticket.clientReads('Anna after the start')
  expect(saidInGeneral('It is no administrator')).toHaveLength(1)
  expect(await readiness()).not.toContain(waits)
  await desk.sandbox.until(() => saidInGeneral('has all it needs').length === 1)
  await untilHandled(desk)
})
