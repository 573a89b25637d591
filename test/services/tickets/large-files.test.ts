import { afterAll, beforeAll, expect, test } from 'vitest'

import { largeFilesOf } from '../../../src/services/tickets/large-files.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})

afterAll(() => db.drop())

test('files beyond 20 MB are large, in the order in which they came', async () => {
  const { pool } = db.database
  await pool.query(`
    insert into person (id, name) values (1, 'Olena');
    insert into ticket (number, type_key, subject, priority, requester_id, entered_at, key_data,
                        draft_id, created_at, updated_at)
      values (1, 'idea', 'x', 'low', 1, now(), '{}', 'd', now(), now());
    insert into message (id, ticket_number, seq, kind, author, person_id, purpose, text, entities,
                         sent_at, recorded_at)
      values (1, 1, 1, 'public', 'client', 1, 'message', '', '[]', now(), now());
    insert into attachment (message_id, position, kind, name, size_bytes) values
      (1, 1, 'document', 'just fits', 20000000),
      (1, 2, 'document', 'one byte more', 20000001),
      (1, 3, 'video', null, 60000000),
      (1, 4, 'photo', null, null)`)
  expect(await largeFilesOf(pool, 1)).toEqual([
    { name: 'one byte more', sizeBytes: 20_000_001 },
    { name: 'video', sizeBytes: 60_000_000 },
  ])
})
