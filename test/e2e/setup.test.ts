import { afterEach, beforeEach, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { textOf } from '../support/opened-ticket.ts'

let desk: TestDesk
let boss: SandboxPerson

beforeEach(async () => {
  desk = await startTestDesk({ isGroupSet: false })
  boss = desk.sandbox.person({ name: 'Boss' })
  desk.forum.addMember(boss, 'creator')
})

afterEach(() => desk.close())

async function codeInUse(): Promise<string | undefined> {
  const { rows } = await desk.db.database.pool.query<{ value: string }>(
    `select value from setting where key = 'setup_code'`,
  )
  return rows[0]?.value
}

const write = (text: string) => boss.in(desk.forum).write(text)

const said = () =>
  desk.forum.general
    .filter(({ from, text }) => from?.is_bot === true && text !== undefined)
    .map(textOf)

const hears = (words: string) =>
  desk.sandbox.until(() => said().find((text) => text.includes(words)))

test('the code is the same at each start until it is used, and then another', async () => {
  const code = await codeInUse()
  expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
  await desk.restart()
  expect(await codeInUse()).toBe(code)
  expect(desk.firstSteps()).toContain(`/setup ${String(code)}\n`)

  write(`/setup ${String(code)}`)
  await hears('staff group now')
  expect(await codeInUse()).toBeUndefined()
  await desk.restart()
  expect(await codeInUse()).toBeUndefined()
  expect(desk.firstSteps()).toBeNull()

  await desk.db.database.pool.query(`delete from setting where key = 'staff_chat'`)
  await desk.restart()
  expect(await codeInUse()).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
  expect(await codeInUse()).not.toBe(code)
})

test('a code is understood as a telephone writes it', async () => {
  const code = (await codeInUse()) ?? ''
  write(`/setup  ${code.toUpperCase().replace('-', ' ')}`)
  expect(await hears('staff group now')).toBe(
    'This is the staff group now. Every ticket gets a topic of its own here. ' +
      'Begin with /help: it shows what you can do.',
  )
  write('/help')
  await hears('/take')
})

test('all that keeps a group from being the staff group is named at once', async () => {
  const code = (await codeInUse()) ?? ''
  desk.forum.switchTopics(false)
  desk.forum.chat().botLacks = ['can_manage_topics', 'can_pin_messages']
  write(`/setup ${code}`)
  expect(await hears('repeat the command')).toBe(
    [
      'This group cannot be the staff group yet. Put this right, then repeat the command:',
      "Topics are switched off: switch on Topics in the group's settings. Until then what clients write waits.",
      "It may not manage topics: in the group's settings, Administrators, switch on “Manage topics” for it. Until then no ticket gets a new topic.",
      "It may not pin messages: in the group's settings, Administrators, switch on “Pin messages” for it. Until then cards are not pinned.",
    ].join('\n'),
  )
  expect(await codeInUse()).toBe(code)

  desk.forum.switchTopics(true)
  desk.forum.chat().members.set(desk.sandbox.bot.id, 'member')
  write(`/setup ${code}`)
  expect(await hears('It is no administrator')).toBe(
    [
      'This group cannot be the staff group yet. Put this right, then repeat the command:',
      "It is no administrator: in the group's settings, Administrators, add it with “Manage topics” and “Pin messages”.",
    ].join('\n'),
  )
})

test('a group without which only pins are missing is taken, and what is missing is named', async () => {
  const code = (await codeInUse()) ?? ''
  desk.forum.chat().botLacks = ['can_pin_messages']
  write(`/setup ${code}`)
  await hears('staff group now')
  expect(await hears('It may not pin messages')).toBe(
    [
      '⚠️ The bot lacks something in the staff group. What needs it waits, all else goes on.',
      "It may not pin messages: in the group's settings, Administrators, switch on “Pin messages” for it. Until then cards are not pinned.",
    ].join('\n'),
  )
})

test('a second group with the same code does not take the place of the first', async () => {
  const code = (await codeInUse()) ?? ''
  const second = desk.sandbox.forum('Second')
  second.addMember(boss, 'creator')
  desk.sandbox.faults.add({ kind: 'delay', method: 'getChatMember', ms: 300, times: 2 })
  write(`/setup ${code}`)
  boss.in(second).write(`/setup ${code}`)
  await hears('staff group now')
  await desk.sandbox.until(() => second.general.some((one) => textOf(one).includes('already set')))
  const { rows } = await desk.db.database.pool.query<{ id: number }>(
    `select value ->> 'id' as id from setting where key = 'staff_chat'`,
  )
  expect(rows).toEqual([{ id: String(desk.forum.id) }])
})

test('whoever guesses gets so many answers, and the right code is taken all the same', async () => {
  const code = (await codeInUse()) ?? ''
  for (let guess = 0; guess < 30; guess += 1) write(`/setup guess-${String(guess)}`)
  const { pool } = desk.db.database
  await desk.sandbox.until(async () => {
    const { rows } = await pool.query(
      `select from inbound_update where reason = 'too many wrong codes'`,
    )
    return rows.length === 10
  })
  write(`/setup ${code}`)
  await hears('staff group now')
  expect(said().filter((text) => text.startsWith('This is not the code'))).toHaveLength(20)
})
