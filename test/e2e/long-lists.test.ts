import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk()
  ticket = await openTicket(desk)
  ticket.say('/take')
  await ticket.clientReads('Anna is working on your ticket.')
})

beforeEach(async () => {
  await desk.db.database.pool.query(`delete from message where text like 'Copy of%'`)
  await desk.db.database.pool.query(`delete from ticket where subject like 'Copy of%'`)
})

afterAll(() => desk.close())

/** As many more tickets of the same client; each has a message and a tag. */
async function addTickets(count: number, assignee: 'anna' | null): Promise<void> {
  await desk.db.database.pool.query(
    `with added as (
       insert into ticket (type_key, subject, priority, requester_id, entered_at, key_data, draft_id,
                           created_at, updated_at, tags, assignee_id)
       select 'idea', 'Copy of ' || n, 'low', (select min(id) from person), now(), '{}',
         gen_random_uuid()::text, now(), now(), '{copy}', (select id from agent where username = $2)
       from generate_series(1, $1::int) as n
       returning number
     )
     insert into message (ticket_number, seq, kind, author, person_id, purpose, text, sent_at, recorded_at)
     select number, 1, 'public', 'client', (select min(id) from person), 'description',
       'Copy of harbour', now(), now() from added`,
    [count, assignee],
  )
}

/** The lines of the list that a command in General is answered with. */
async function linesOf(command: string): Promise<string[]> {
  const asked = ticket.staff.write(command)
  const answer = await desk.sandbox.until(() =>
    desk.forum.general.find((one) => one.reply_to_message?.message_id === asked.message_id),
  )
  return textOf(answer).split('\n')
}

test.each([
  ['/queue', 'Queue: ', null],
  ['/mine', 'Your tickets: ', 'anna'],
  ['/find #copy', 'Found: ', null],
  ['/find harbour', 'Found: ', null],
] as const)('%s tells how many there are, also of those it does not show', async (...args) => {
  const [command, title, assignee] = args
  await addTickets(18, assignee)
  const [short, ...all] = await linesOf(command)
  expect(short).toBe(`${title}${String(all.length)}`)
  await addTickets(71, assignee)
  const count = all.length + 71
  const lines = await linesOf(command)
  expect(lines[0]).toBe(`${title}${String(count)}`)
  expect(lines.slice(1, -1)).toHaveLength(20)
  expect(lines.at(-1)).toBe(`… and ${String(count - 20)} more`)
})

test('/find that finds more than anybody counts says so', async () => {
  await addTickets(250, null)
  const lines = await linesOf('/find harbour')
  expect(lines[0]).toBe('Found: more than 200')
  expect(lines.at(-1)).toBe('… and others: add words to find less')
})
