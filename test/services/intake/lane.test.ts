import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { dialogueKey, dialogueKeyInSql } from '../../../src/services/intake/dialogue-key.ts'
import {
  laneOfUserInSql,
  packLane,
  unpackLane,
  userOfLane,
  type Lane,
} from '../../../src/services/intake/lane.ts'
import { createTestDatabase } from '../../support/database.ts'

const number = fc.maxSafeInteger()

/** A lane of each kind: a new kind does not compile without a line here. */
const lanes: { [K in Lane['kind']]: fc.Arbitrary<Lane> } = {
  user: fc.record({ kind: fc.constant('user'), userId: number }),
  topic: fc.record({ kind: fc.constant('topic'), chatId: number, threadId: number }),
  chat: fc.record({ kind: fc.constant('chat'), chatId: number }),
  misc: fc.record({ kind: fc.constant('misc') }),
}

describe('a lane of the inbox', () => {
  test.each(Object.entries(lanes))('of the kind "%s" comes back as it was packed', (_, lane) => {
    fc.assert(
      fc.property(lane, (one) => {
        expect(unpackLane(packLane(one))).toEqual(one)
      }),
    )
  })

  test.each<[string, Lane]>([
    ['user:77', { kind: 'user', userId: 77 }],
    ['topic:-1001:0', { kind: 'topic', chatId: -1001, threadId: 0 }],
    ['chat:-1001', { kind: 'chat', chatId: -1001 }],
    ['misc', { kind: 'misc' }],
  ])('is stored as ever: %s', (key, lane) => {
    expect(packLane(lane)).toBe(key)
    expect(unpackLane(key)).toEqual(lane)
  })

  test.each(['', 'user', 'user:', 'user:007', 'user:7:1', 'topic:-1001', 'misc:1', 'person:7'])(
    'is not what "%s" names',
    (key) => {
      expect(unpackLane(key)).toBeNull()
    },
  )

  test.each([
    ['user:77', 77],
    ['user:-77', null],
    ['chat:77', null],
    ['topic:-1001:77', null],
    ['misc', null],
  ])('%s is that of the user %j', (key, userId) => {
    expect(userOfLane(key)).toBe(userId)
  })
})

test('lanes and dialogues of a user are the same in SQL', async () => {
  const db = await createTestDatabase({ poolSize: 1 })
  try {
    const { rows } = await db.database.pool.query(
      `select ${laneOfUserInSql('$1::bigint')} as lane, ${dialogueKeyInSql('$1::bigint')} as dialogue`,
      [5_000_000_077],
    )
    const userId = 5_000_000_077
    expect(rows).toEqual([
      { lane: packLane({ kind: 'user', userId }), dialogue: dialogueKey(userId) },
    ])
  } finally {
    await db.drop()
  }
})
