import { afterEach, expect, test } from 'vitest'

import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { untilHandled } from '../support/late-albums.ts'
import { openTicket, textOf } from '../support/opened-ticket.ts'
import { openTwoTickets } from '../support/two-tickets.ts'

let desk: TestDesk

afterEach(() => desk.close())

test('a draft says what its author made of it: in the summary, the topic and the ticket', async () => {
  desk = await startTestDesk()
  const { sandbox, forum } = desk
  const client = sandbox.person({ name: 'Olena' })
  /** One message, edited from step to step. */
  const form = () =>
    textOf(client.messages.findLast((one) => one.from?.is_bot === true) ?? ({} as Message))
  const formSays = (text: string) => sandbox.until(() => form().includes(text))
  client.write('/new')
  await client.press('Question')
  await formSays('Step 2')
  const answer = client.write('The old bok')
  await formSays('Step 3')
  client.edit(answer, 'The old box')
  const secret = client.write('My password is 1234')
  await untilHandled(desk)
  client.edit(secret, 'The login fails')
  await untilHandled(desk)
  await client.press('Done')
  await client.press('Skip')
  await formSays('The old box')
  expect(form()).toContain('The login fails')
  await client.press('Send')
  const topic = await sandbox.until(() =>
    forum.topics().find(({ texts }) => texts.includes('The login fails')),
  )
  expect(topic.name).toContain('The login fails')
  const { rows } = await desk.db.database.pool.query(
    `select 1 from ticket k join message m on m.ticket_number = k.number
     where k.subject || k.key_data || m.text ~ '1234|bok'`,
  )
  expect(rows).toEqual([])
})

test('a message that waits for the word which ticket it is for is filed as it is then', async () => {
  desk = await startTestDesk()
  const { survivor, part } = await openTwoTickets(desk, ['one', 'two'])
  const { client } = survivor
  await desk.db.database.pool.query(
    'update person set active_ticket_number = null, active_ticket_at = null',
  )
  const said = client.write('It is brokn')
  await survivor.clientReads('Which ticket')
  client.edit(said, 'It is broken since Monday')
  await untilHandled(desk)
  await client.press(`#${String(part.number)} two`)
  await desk.sandbox.until(() => part.topic().texts.includes('It is broken since Monday'))
  const { rows } = await desk.db.database.pool.query(`select 1 from message where text ~ 'brokn'`)
  expect(rows).toEqual([])
  client.edit(said, 'It works again')
  await part.staffReads('Before:\nIt is broken since Monday\nNow:\nIt works again')
})

test('an agent who corrects what stayed inside is told that an edit carries nothing out', async () => {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  const typo = ticket.say('/slove Clear the cache')
  await ticket.staffReads('There is no command /slove')
  ticket.staff.edit(typo, '/solve Clear the cache')
  const told = await ticket.staffReads('An edit carries nothing out: write it again')
  expect(told.reply_to_message?.message_id).toBe(typo.message_id)
  expect(ticket.client.texts.join('\n')).not.toContain('Clear the cache')
})

test('the same of an album, whichever of its captions is corrected', async () => {
  desk = await startTestDesk()
  const ticket = await openTicket(desk)
  const items = ticket.staff.album(
    [
      { kind: 'photo', caption: '/slove Clear the cache' },
      { kind: 'photo', caption: 'as shown here' },
    ],
    { topic: ticket.topic() },
  )
  await ticket.staffReads('There is no command /slove')
  ticket.staff.edit(items[0]!, '/solve Clear the cache')
  const told = await ticket.staffReads('An edit carries nothing out: write it again')
  expect(told.reply_to_message?.message_id).toBe(items[0]!.message_id)
  expect(ticket.client.texts.join('\n')).not.toContain('Clear the cache')
})

test('a held solution is edited without a word, and goes out as it is then', async () => {
  desk = await startTestDesk({ now: () => new Date(Date.now() - 3 * 60_000) })
  const ticket = await openTicket(desk)
  desk.sandbox.faults.add({ kind: 'delay', method: 'copyMessage', ms: 2_500 })
  ticket.client.write('It also happens in Firefox')
  await desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query(
      `select 1 from message where text = 'It also happens in Firefox'`,
    )
    return rows.length > 0
  })
  const solution = ticket.say('/solve Use Firefox. The password is hunter2')
  await ticket.staffReads('Send anyway?')
  ticket.staff.edit(solution, '/solve Use Chrome.')
  await untilHandled(desk)
  await ticket.staffReads('It also happens in Firefox')
  await ticket.staff.press('Send anyway', { topic: ticket.topic() })
  await ticket.clientReads('Use Chrome.')
  expect(ticket.client.messages.map(textOf).join('\n')).not.toContain('hunter2')
  expect(ticket.topic().texts.join('\n')).not.toContain('An edit carries nothing out')
})
