import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'

import { createCall } from '../../../src/bot/telegram/calls/call.ts'
import { roleOf, type MemberShape } from '../../../src/bot/telegram/member.ts'
import { createMembers } from '../../../src/bot/telegram/members.ts'
import type { StaffRight } from '../../../src/domain/staff-right.ts'
import { createTransport } from '../../../src/bot/telegram/calls/transport.ts'
import { agentByUser, saveMember } from '../../../src/services/telegram/members.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { json, startAnswering } from './answering-server.ts'

let db: TestDatabase
const anna = { telegramUserId: 8, name: 'Anna', username: null }
const member = { supervisor: false, active: true }
const gone = { supervisor: false, active: false }

beforeAll(async () => {
  db = await createTestDatabase()
})

afterAll(() => db.drop())

beforeEach(() => db.database.pool.query('truncate agent cascade'))

test.each<[MemberShape, { supervisor: boolean; active: boolean }]>([
  [{ status: 'creator' }, { supervisor: true, active: true }],
  [{ status: 'administrator' }, { supervisor: true, active: true }],
  [{ status: 'member' }, member],
  [{ status: 'restricted', is_member: true }, member],
  [{ status: 'restricted', is_member: false }, gone],
  [{ status: 'left' }, gone],
  [{ status: 'kicked' }, gone],
  [{ status: 'of a later version' }, gone],
])('%j is %j', (shape, role) => {
  expect(roleOf(shape)).toEqual(role)
})

/** Members against a server whose answers about a member are used one after the other. */
async function arrange(answers: (() => object | Promise<object>)[]) {
  let groupId = -1001
  let elapsedMs = 0
  let missing: StaffRight[] = []
  const asked: unknown[] = []
  const refused: StaffRight[] = []
  const api = await startAnswering(async ({ method, body }, response) => {
    if (method === 'getChatAdministrators') {
      json(response, { ok: true, result: [] })
      return
    }
    asked.push((JSON.parse(body.toString()) as { chat_id: number }).chat_id)
    const given = await (answers.shift() ?? answer('member'))()
    json(response, given, 'error_code' in given ? Number(given.error_code) : 200)
  })
  const transport = createTransport({ token: '1:token', apiRoot: api.apiRoot })
  const members = createMembers({
    call: createCall(transport),
    db: db.database.pool,
    staffChat: { id: () => groupId, moved: async (newId) => void (groupId = newId) },
    staffGroup: { missing: () => missing, refused: (right) => void refused.push(right) },
    log: { warn: () => undefined },
    elapsedMs: () => elapsedMs,
  })
  onTestFinished(async () => {
    await members.stop()
    await transport.close()
  })
  return {
    members,
    asked,
    refused,
    passMs: (ms: number) => void (elapsedMs += ms),
    move: (newId: number) => void (groupId = newId),
    lack: (rights: StaffRight[]) => void (missing = rights),
  }
}

const answer =
  (status: string, fields: object = {}) =>
  () => ({
    ok: true,
    result: { status, user: { id: 8, is_bot: false, first_name: 'Anna' }, ...fields },
  })

const refused =
  (description: string, parameters = {}) =>
  () => ({
    ok: false,
    error_code: 400,
    description: `Bad Request: ${description}`,
    parameters,
  })

/** An answer that comes when the test says so. */
function late(given: () => object) {
  let isAsked: () => void = () => undefined
  let come: () => void = () => undefined
  const asked = new Promise<void>((resolve) => (isAsked = resolve))
  const coming = new Promise<void>((resolve) => (come = resolve))
  const wait = async () => {
    isAsked()
    await coming
    return given()
  }
  return { wait, asked, come: () => come() }
}

const isAgent = async () => (await agentByUser(db.database.pool, 8)) !== null
const dayMs = 86_400_000

describe('who is asked about', () => {
  test('is known for a day, and asked about once however often he acts meanwhile', async () => {
    const { members, asked, passMs } = await arrange([])
    await Promise.all([members.know(8), members.know(8)])
    expect(members.know(8)).toBeNull()
    expect(await isAgent()).toBe(true)
    passMs(dayMs - 1)
    expect(members.know(8)).toBeNull()
    passMs(1)
    await members.know(8)
    expect(asked).toHaveLength(2)
  })

  test('is known from the moment of the question, not of the answer', async () => {
    const { members, passMs } = await arrange([
      () => {
        passMs(60_000)
        return answer('member')()
      },
    ])
    await members.know(8)
    passMs(dayMs - 60_001)
    expect(members.know(8)).toBeNull()
    passMs(1)
    expect(members.know(8)).not.toBeNull()
  })

  test('is known for a minute while Telegram tells the bot of no changes', async () => {
    const { members, asked, passMs, lack } = await arrange([])
    await members.know(8)
    lack(['administrator'])
    passMs(59_999)
    expect(members.know(8)).toBeNull()
    passMs(1)
    await members.know(8)
    expect(asked).toHaveLength(2)
  })

  test.each([
    'user not found',
    'member not found',
    'invalid user_id specified',
    'PARTICIPANT_ID_INVALID',
    'USER_ID_INVALID',
    'USER_NOT_PARTICIPANT',
  ])('is no member when Telegram says %s, and is asked about again soon', async (words) => {
    const { members, asked, passMs } = await arrange([refused(words)])
    await saveMember(db.database.pool, anna, member)
    await members.know(8)
    expect(await isAgent()).toBe(false)
    expect(asked).toHaveLength(1)
    passMs(61_000)
    await members.know(8)
    expect(await isAgent()).toBe(true)
  })

  test('is no member when Telegram keeps refusing him in words that nobody knows', async () => {
    const words = refused('USER_IS_NEW_TO_ALL')
    const { members, asked, refused: rights } = await arrange([words, words, words])
    await saveMember(db.database.pool, anna, member)
    await members.know(8)
    expect(await isAgent()).toBe(false)
    expect(asked).toHaveLength(3)
    expect(rights).toEqual([])
  })

  test.each(['CHAT_ADMIN_REQUIRED', 'member list is inaccessible'])(
    'waits while Telegram answers %s, which names the right that is missing',
    async (words) => {
      const four = Array.from({ length: 4 }, () => refused(words))
      const { members, asked, refused: rights } = await arrange(four)
      await saveMember(db.database.pool, anna, member)
      await members.know(8)
      expect(asked).toHaveLength(5)
      expect(rights).toEqual(Array.from({ length: 4 }, () => 'administrator'))
      expect(await isAgent()).toBe(true)
    },
  )

  test('waits while Telegram does not know the group, and is asked about where it moved', async () => {
    const moved = { migrate_to_chat_id: -1002 }
    const { members, asked } = await arrange([
      ...Array.from({ length: 3 }, () => refused('chat not found')),
      refused('group chat was upgraded to a supergroup chat', moved),
    ])
    await members.know(8)
    expect(asked).toEqual([-1001, -1001, -1001, -1001, -1002])
    expect(await isAgent()).toBe(true)
  })

  test('is unknown in a group that has moved, also when the answer was on its way', async () => {
    const old = late(answer('administrator'))
    const { members, asked, move } = await arrange([old.wait, answer('left')])
    const known = members.know(8)
    await old.asked
    move(-1002)
    old.come()
    await known
    expect(asked).toEqual([-1001, -1002])
    expect(await isAgent()).toBe(false)
    move(-1003)
    expect(members.know(8)).not.toBeNull()
  })

  test.each([
    ['doubted', 'member', 'left', false],
    ['doubted', 'left', 'member', true],
    ['reviewed', 'member', 'left', false],
  ] as const)(
    'who is %s while the answer comes is what Telegram says after that: %s, then %s',
    async (how, before, after, isOne) => {
      const first = late(answer(before))
      const { members, asked } = await arrange([first.wait, answer(after)])
      await saveMember(db.database.pool, anna, member)
      const known = members.know(8)
      await first.asked
      if (how === 'doubted') members.doubt(8)
      else members.review()
      first.come()
      await known
      expect(asked).toHaveLength(2)
      expect(members.know(8)).toBeNull()
      expect(await isAgent()).toBe(isOne)
    },
  )

  test('who is doubted is unknown at once, and asked about though he does nothing', async () => {
    const { members, asked } = await arrange([
      answer('member'),
      answer('restricted', { is_member: true }),
      answer('restricted', { is_member: false }),
    ])
    await members.know(8)
    for (const isMember of [true, false]) {
      members.doubt(8)
      const known = members.know(8)
      expect(known).not.toBeNull()
      await known
      expect(await isAgent()).toBe(isMember)
    }
    members.doubt(8)
    await vi.waitFor(async () => expect(await isAgent()).toBe(true))
    expect(asked).toHaveLength(4)
  })
})
