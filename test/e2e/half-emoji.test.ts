import { afterAll, beforeAll, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk
let ticket: OpenedTicket

beforeAll(async () => {
  desk = await startTestDesk()
  ticket = await openTicket(desk)
})

afterAll(() => desk.close())

/** As long as Telegram lets a poll be, with an emoji over every place where a text could be cut. */
const longPoll = (start: string) => ({
  poll: {
    id: '1',
    question: start + '😀'.repeat(255),
    options: Array.from({ length: 12 }, () => ({ text: '😀'.repeat(100), voter_count: 0 })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: 'regular',
    allows_multiple_answers: false,
  },
})

const stuck = async () => {
  const { rows } = await desk.db.database.pool.query<{ state: string }>(
    `select update_id, state, reason from inbound_update where state in ('dead', 'pending')`,
  )
  return rows
}

test.each(['', 'a'])(
  'a long poll of emoji is a message like another, in a draft and in a ticket: "%s"',
  { timeout: 60_000 * patience },
  async (start) => {
    const { sandbox, forum } = desk
    const client = sandbox.person({ name: 'Petro' })
    client.write('/new')
    await client.press('Idea')
    await sandbox.until(() => client.texts.some((text) => text.includes('Step 2')))
    client.share(longPoll(start))
    await sandbox.until(async () => (await stuck()).length === 0)
    client.write(`And in words${start}`)
    await client.press('Done')
    await sandbox.until(() => client.texts.some((text) => text.includes('Step 3')))
    await client.press('Done')
    await client.press('Send')
    const opened = await sandbox.until(() =>
      forum
        .topics()
        .find(({ texts }) => texts.some((text) => text.endsWith(`And in words${start}`))),
    )
    await sandbox.until(() => opened.messages.some(({ poll }) => poll !== undefined))
    ticket.client.share(longPoll(start))
    const polls = () => ticket.topic().messages.filter(({ poll }) => poll !== undefined).length
    await sandbox.until(() => polls() > 0)
    expect(await stuck()).toEqual([])
  },
)

test(
  'a dead letter is told with its words, also where they are cut within an emoji',
  { timeout: 60_000 * patience },
  async () => {
    const { sandbox } = desk
    const { pool } = desk.db.database
    await pool.query(`
      create function refuse_words() returns trigger language plpgsql as $$ begin
        if to_jsonb(new)::text like '%BOOM%' then raise exception 'refused'; end if;
        return new;
      end $$`)
    await pool.query(
      `create trigger refuse_words before insert or update on message
       for each row execute function refuse_words()`,
    )
    for (const start of ['BOOM ', 'BOOM! ']) {
      ticket.client.write(start + '😀'.repeat(1_700))
      ticket.client.write(`I am behind ${start}`.replace('BOOM', 'it'))
    }
    await sandbox.until(
      () =>
        ticket.topic().texts.filter((text) => text.includes('\nBOOM') && text.endsWith('😀 …'))
          .length === 2,
      20_000,
    )
    for (const end of ['it ', 'it! ']) await ticket.staffReads(`I am behind ${end}`.trimEnd())
    const told = ticket.client.texts.filter((text) => text.startsWith('Something went wrong'))
    expect(told).toHaveLength(2)
    expect(desk.forum.general.map(textOf).filter((text) => text.includes('💔'))).toEqual([])
    await pool.query('drop function refuse_words() cascade')
  },
)
