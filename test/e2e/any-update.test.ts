import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, webhookSecret, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'
import { recordedUpdates } from '../support/recorded-updates.ts'

let desk: TestDesk
let nextId = 5_000_000

beforeAll(async () => {
  desk = await startTestDesk({ mode: 'webhook' })
})

afterAll(() => desk.close())

const bring = async (body: string) => {
  const response = await fetch(`${desk.httpUrl()}/telegram`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': webhookSecret,
    },
    body,
  })
  return response.status
}

/** Those of one lane that fail are tried three times each, with pauses, one after another. */
const patienceMs = 300_000

/** How the updates of a test ended, by state; waits until all of them have. */
const endsOf = (from: number) =>
  desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query<{ state: string; reason: string | null }>(
      'select state, reason from inbound_update where update_id >= $1 or update_id < 0',
      [from],
    )
    return rows.every(({ state }) => state !== 'pending') && rows
  }, patienceMs)

test(
  'every kind of update ends as handled or ignored, none as a dead letter',
  { timeout: patienceMs + 30_000 },
  async () => {
    const from = nextId
    const updates = await recordedUpdates()
    for (const update of updates) {
      const body = JSON.stringify({ ...update, update_id: nextId++ })
      expect(await bring(body), body).toBe(200)
    }
    const ends = await endsOf(from)
    expect(ends.length).toBeGreaterThanOrEqual(updates.length)
    expect(ends.filter(({ state }) => state === 'dead')).toEqual([])
    for (const { state, reason } of ends) if (state === 'ignored') expect(reason).not.toBeNull()
  },
)

test('a change of members that does not say what is now is ignored, with a reason', async () => {
  const from = nextId
  const user = { id: 78, is_bot: false, first_name: 'Y' }
  const forum = { id: desk.forum.id, type: 'supergroup', is_forum: true }
  const changes = [
    { my_chat_member: { chat: { id: 78, type: 'private' }, from: user, date: 1 } },
    { my_chat_member: { chat: { id: -79, type: 'group' }, from: user, date: 1 } },
    { my_chat_member: { chat: forum, from: user, date: 1, new_chat_member: null } },
    { chat_member: { chat: forum, from: user, date: 1 } },
    { chat_member: { chat: forum, from: user, date: 1, new_chat_member: { status: 'member' } } },
  ]
  for (const change of changes) {
    expect(await bring(JSON.stringify({ ...change, update_id: nextId++ }))).toBe(200)
  }
  const ends = await endsOf(from)
  expect(ends).toHaveLength(changes.length)
  for (const end of ends)
    expect(end).toMatchObject({ state: 'ignored', reason: expect.any(String) as string })
})

test(
  'any JSON passes without harm to what comes after it',
  { timeout: patienceMs + 30_000 },
  async () => {
    const from = nextId
    const oddities = fc.oneof(
      fc.jsonValue(),
      fc.record({ message: fc.jsonValue(), callback_query: fc.jsonValue() }, { requiredKeys: [] }),
      fc.record({
        message: fc.record({
          message_id: fc.oneof(fc.integer(), fc.jsonValue()),
          chat: fc.oneof(
            fc.constant({ id: 77, type: 'private' }),
            fc.constant({ id: desk.forum.id, type: 'supergroup', is_forum: true }),
            fc.jsonValue(),
          ),
          from: fc.oneof(fc.constant({ id: 77, is_bot: false, first_name: 'X' }), fc.jsonValue()),
          date: fc.oneof(fc.integer(), fc.jsonValue()),
          text: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('/start'), fc.jsonValue()),
          entities: fc.jsonValue(),
          photo: fc.jsonValue(),
          reply_to_message: fc.jsonValue(),
        }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(oddities, async (value) => {
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
        const body = isObject ? { ...value, update_id: nextId++ } : value
        expect([200, 400]).toContain(await bring(JSON.stringify(body)))
      }),
      { numRuns: 300 },
    )
    await endsOf(from)
    const ticket = await openTicket(desk)
    expect(ticket.number).toBeGreaterThan(0)
  },
)

test('impossible ids and dates are put aside without an attempt, and hold up nobody', async () => {
  const from = nextId
  const ticket = await openTicket(desk)
  const message = {
    message_id: 5_001,
    date: Math.floor(Date.now() / 1_000),
    chat: desk.forum.chat().shape,
    message_thread_id: ticket.topic().threadId,
    is_topic_message: true,
    from: ticket.agent.user,
    text: 'Never read',
  }
  const odd = [
    { message_id: 2 ** 40 },
    { message_thread_id: 2 ** 40 },
    { date: 2 ** 50 },
    { from: { ...ticket.agent.user, id: 2 ** 63 } },
    { from: { ...ticket.agent.user, id: 1.5 } },
    { reply_to_message: { ...message, message_id: 2 ** 62 } },
  ]
  for (const change of odd) {
    const body = JSON.stringify({ update_id: nextId++, message: { ...message, ...change } })
    expect(await bring(body)).toBe(200)
  }
  ticket.say('Read at once')
  await ticket.clientReads('Read at once')
  const { rows } = await desk.db.database.pool.query<{ state: string; attempts: number }>(
    'select state, attempts from inbound_update where update_id >= $1 and update_id < $2',
    [from, nextId],
  )
  expect(rows).toEqual(odd.map(() => ({ state: 'dead', attempts: 0 })))
  expect(ticket.client.texts).not.toContain('Never read')
})

test('what is no JSON, has no secret or is too large is refused', async () => {
  expect(await bring('{"update_id":')).toBe(400)
  expect(await bring(`"${'x'.repeat(5_000_000)}"`)).toBe(413)
  const unsigned = await fetch(`${desk.httpUrl()}/telegram`, { method: 'POST', body: '{}' })
  expect(unsigned.status).toBe(403)
})
