import { afterAll, beforeAll, expect, test } from 'vitest'

import { readDeadLetter } from '../../src/bot/telling/read-dead-letter.ts'
import { wordsOfShared } from '../../src/bot/update/words-of-shared.ts'
import type { WrittenMessage } from '../../src/domain/message.ts'
import { enqueue } from '../../src/services/notifier/enqueue.ts'
import type { Outcome } from '../../src/services/notifier/outcome.ts'
import type { Outgoing } from '../../src/services/notifier/outgoing.ts'
import { settleRows } from '../../src/services/notifier/settle-rows.ts'
import { saveClient } from '../../src/services/telegram/contact-points.ts'
import { heldMessage, holdMessage } from '../../src/services/tickets/held-messages.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { arrangeProcessor, rowOf, store } from '../support/inbox-stage.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

/** Half an emoji, the other half, a zero, and what only looks like one. */
const unwritable = 'a\ud83d b\ude00 c\0 d\\u0000 e😀'
const written = 'a\ufffd b\ufffd c\ufffd d\\u0000 e😀'

const say = (text: string): Outgoing => ({
  kind: 'say',
  place: { kind: 'person', personId: 7 },
  content: { text, entities: [] },
})

async function inOutbox(dedupKey: string): Promise<Outgoing | undefined> {
  const { rows } = await db.database.pool.query<{ payload: Outgoing }>(
    'select payload from outbox where dedup_key = $1',
    [dedupKey],
  )
  return rows[0]?.payload
}

test('an update that leaves half an emoji behind is done, with its dialogue and its effects', async () => {
  const [update] = await store(db, { from: 1 })
  const stage = arrangeProcessor(db, (work) => {
    work.saveDialogue({ said: unwritable })
    work.send(say(unwritable))
    return Promise.resolve()
  })
  await stage.process([update!])
  expect(await rowOf(db, 1)).toMatchObject({ state: 'done', attempts: 0 })
  // What is sent at once is what a later start would send.
  expect(stage.committed.map(({ effect }) => effect)).toEqual([say(written)])
  expect(await inOutbox('update:1:0')).toEqual(say(written))
  const { rows } = await db.database.pool.query(`select state from dialogue where key = 'user:7'`)
  expect(rows).toEqual([{ state: { said: written } }])
})

test('so do effects that no update caused, and those that follow others', async () => {
  const { pool } = db.database
  const [row] = await enqueue(pool, 'words', [say(unwritable)])
  expect(row?.effect).toEqual(say(written))
  const outcome: Outcome = { state: 'sent', followUps: [say(unwritable)] }
  const [added] = await settleRows(pool, [{ row: row!, outcome, merged: [] }])
  expect(added?.map(({ effect }) => effect)).toEqual([say(written)])
  expect(await inOutbox(added![0]!.dedupKey)).toEqual(say(written))
})

test('a message with half an emoji waits for its author', async () => {
  const { pool } = db.database
  const now = new Date('2026-11-26T10:00:00Z')
  const identity = { telegramUserId: 7, name: 'Olena', username: null, languageCode: null }
  const person = await saveClient(pool, identity, now)
  const message: WrittenMessage = {
    text: unwritable,
    entities: [],
    attachments: [],
    places: [],
    replyTo: null,
    sentAt: now,
  }
  const id = await holdMessage(pool, { personId: person.id, written: message, now })
  expect(await heldMessage(pool, id, person.id)).toEqual({ ...message, text: written })
})

test.each(['', 'a'])(
  'what is cut from what people wrote ends with a whole emoji: "%s"',
  (start) => {
    const emoji = start + '😀'.repeat(2_000)
    const message = {
      message_id: 1,
      date: 1,
      chat: { id: 7, type: 'private' },
      from: { id: 7, first_name: emoji },
      text: emoji,
    }
    const letter = readDeadLetter([{ message }])
    const options = [{ text: emoji }]
    const shared = wordsOfShared('poll', { question: 'Which one?', options })
    for (const text of [letter.words.text, letter.name, shared]) {
      expect(text).toMatch(/😀( …)?$/u)
      expect(text).not.toMatch(/\p{Surrogate}/u)
    }
  },
)
