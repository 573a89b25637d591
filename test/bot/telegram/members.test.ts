import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'

import { createCall } from '../../../src/bot/telegram/call.ts'
import { roleOf, type MemberShape } from '../../../src/bot/telegram/member.ts'
import { createMembers } from '../../../src/bot/telegram/members.ts'
import { createTransport } from '../../../src/bot/telegram/transport.ts'
import { agentByUser, saveMember } from '../../../src/services/people/save-agent.ts'
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
async function arrange(answers: object[]) {
  let groupId = -1001
  let at = new Date('2026-12-01T12:00:00Z')
  const asked: unknown[] = []
  const api = await startAnswering(({ body }, response) => {
    asked.push((JSON.parse(body.toString()) as { chat_id: number }).chat_id)
    const answer = answers.shift()
    const code = answer !== undefined && 'error_code' in answer ? Number(answer.error_code) : 200
    const user = { id: 8, is_bot: false, first_name: 'Anna' }
    json(response, answer ?? { ok: true, result: { status: 'member', user } }, code)
  })
  const transport = createTransport({ token: '1:token', apiRoot: api.apiRoot })
  const members = createMembers({
    call: createCall(transport),
    db: db.database.pool,
    staffChat: { id: () => groupId, moved: async (newId) => void (groupId = newId) },
    log: { warn: () => undefined },
    now: () => at,
  })
  onTestFinished(async () => {
    await members.stop()
    await transport.close()
  })
  return { members, asked, passMs: (ms: number) => (at = new Date(at.getTime() + ms)) }
}

const refused = (description: string, parameters = {}) => ({
  ...{ ok: false, error_code: 400, description, parameters },
})

const isAgent = async () => (await agentByUser(db.database.pool, 8)) !== null

describe('who is asked about', () => {
  test('is known for a day, and asked about once however often he acts meanwhile', async () => {
    const { members, asked, passMs } = await arrange([])
    await Promise.all([members.know(8), members.know(8)])
    expect(members.know(8)).toBeNull()
    expect(await isAgent()).toBe(true)
    passMs(23 * 3_600_000)
    expect(members.know(8)).toBeNull()
    passMs(2 * 3_600_000)
    await members.know(8)
    expect(asked).toHaveLength(2)
  })

  test('is no member when Telegram knows no such member, and is asked about again soon', async () => {
    const { members, passMs } = await arrange([refused('Bad Request: PARTICIPANT_ID_INVALID')])
    await saveMember(db.database.pool, anna, member, new Date('2026-12-01T11:00:00Z'))
    await members.know(8)
    expect(await isAgent()).toBe(false)
    passMs(61_000)
    await members.know(8)
    expect(await isAgent()).toBe(true)
  })

  test('waits while Telegram does not know the group, and is asked about where it moved', async () => {
    const moved = { migrate_to_chat_id: -1002 }
    const { members, asked } = await arrange([
      refused('Bad Request: chat not found'),
      refused('Bad Request: group chat was upgraded to a supergroup chat', moved),
    ])
    await members.know(8)
    expect(asked).toEqual([-1001, -1001, -1002])
    expect(await isAgent()).toBe(true)
  })

  test('is what Telegram said last, though an older answer comes later', async () => {
    const { pool } = db.database
    await saveMember(pool, anna, member, new Date('2026-12-01T12:00:00Z'))
    await saveMember(pool, anna, gone, new Date('2026-12-01T12:00:02Z'))
    await saveMember(pool, anna, member, new Date('2026-12-01T12:00:01Z'))
    expect(await isAgent()).toBe(false)
  })
})
