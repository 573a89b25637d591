import { afterEach, beforeEach, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await startTestDesk()
})

afterEach(() => desk.close())

const announced = () => desk.sandbox.calls.filter(({ method }) => method === 'setMyCommands')

test('commands are told to Telegram per language and scope, and again only when changed', async () => {
  await desk.sandbox.until(() => announced().length === 6)
  const [first] = announced()
  expect(first?.params['scope']).toEqual({ type: 'all_private_chats' })
  expect(announced().map(({ params }) => params['language_code'])).toEqual([
    undefined,
    'en',
    'uk',
    'ru',
    'tr',
    undefined,
  ])
  expect(announced().at(-1)?.params['scope']).toEqual({ type: 'chat', chat_id: desk.forum.id })
  await desk.restart()
  const client = desk.sandbox.person()
  client.write('/start')
  await desk.sandbox.until(() => client.texts.length > 0)
  expect(announced()).toHaveLength(6)
})

test('an update that fails for good is told to the staff and to its author', async () => {
  const { pool } = desk.db.database
  // What no update can bring about: a table that is gone.
  await pool.query('alter table held_message rename to gone')
  await pool.query('alter table ticket rename to gone_too')
  const client = desk.sandbox.person({ language: 'tr' })
  client.write('Hello?')
  await desk.sandbox.until(() =>
    client.texts.some((text) => text.includes('Bizden kaynaklanan bir sorun')),
  )
  const told = await desk.sandbox.until(() =>
    desk.forum.general.find(({ text }) => text?.includes('an error in the desk stopped it')),
  )
  expect(told.text).toContain(`💔 ${client.user.first_name} wrote this`)
  expect(told.text).toContain('Hello?')
})
