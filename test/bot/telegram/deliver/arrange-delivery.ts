import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest'
import { createCall } from '../../../../src/bot/telegram/calls/call.ts'
import type { StaffRight } from '../../../../src/domain/staff-right.ts'
import { createDeliver } from '../../../../src/bot/telegram/deliver/create-deliver.ts'
import { createTransport } from '../../../../src/bot/telegram/calls/transport.ts'
import { createTexts } from '../../../../src/locales/texts.ts'
import { laneOf, type Outgoing } from '../../../../src/services/notifier/outgoing.ts'
import type { Outcome } from '../../../../src/services/notifier/outcome.ts'
import { settleRows } from '../../../../src/services/notifier/settle-rows.ts'
import { createPrivateChats } from '../../../../src/services/telegram/private-chats.ts'
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts'
import { json, startAnswering } from '../answering-server.ts'

export const staffId = -1001
export const clientId = 7
/** The ticket every test has, with its requester and two messages. */
export const ticketNumber = 12

type Params = Record<string, unknown>
interface Call {
  method: string
  params: Params
}
/** A refusal, or a result for a method. */
type Reply = { result: unknown } | { code: number; description: string; parameters?: object }

export const refuse = (description: string, code = 400, parameters = {}): Reply => ({
  code,
  description,
  parameters,
})

let testDatabase: TestDatabase

/** A database for the file, with its rows made anew for each test. */
export function useDatabase(): void {
  beforeAll(async () => {
    testDatabase = await createTestDatabase()
  })
  afterAll(() => testDatabase.drop())
  beforeEach(async () => {
    await query(`truncate person, ticket, message, topic, slot, message_copy, outbox cascade`)
    await query(`insert into person (id, name) values (1, 'Ann')`)
    await query(
      `insert into contact_point (person_id, channel, address, verified)
       values (1, 'telegram', '${clientId}', true)`,
    )
    await query(
      `insert into ticket (number, type_key, subject, priority, requester_id, entered_at, key_data,
                           draft_id, created_at)
       values (${ticketNumber}, 'problem', 'No sound', 'normal', 1, now(), '{}', 'd1', now())`,
    )
    await query(
      `insert into message (id, ticket_number, seq, kind, author, purpose, text, sent_at)
       values (1, ${ticketNumber}, 1, 'public', 'client', 'description', 'It is silent', now()),
              (2, ${ticketNumber}, 2, 'public', 'agent', 'reply', 'Which one?', now())`,
    )
  })
}

export async function query(text: string): Promise<Record<string, unknown>[]> {
  const { rows } = await testDatabase.database.pool.query(text)
  return rows as Record<string, unknown>[]
}

/**
 * A delivery against a server that accepts everything, but for what the test says first: replies
 * of a method are used one after the other.
 */
export async function arrangeDelivery(replies: Record<string, Reply[]> = {}) {
  const calls: Call[] = []
  let nextId = 100
  const accept = (method: string, params: Params): unknown => {
    if (method === 'createForumTopic') return { message_thread_id: ++nextId, name: params['name'] }
    if (method === 'getForumTopicIconStickers') {
      return [{ emoji: '❗️', custom_emoji_id: 'icon-of-new' }]
    }
    if (method === 'sendMediaGroup') {
      return (params['media'] as unknown[]).map(() => ({ message_id: ++nextId }))
    }
    if (method === 'copyMessages') {
      return (params['message_ids'] as unknown[]).map(() => ({ message_id: ++nextId }))
    }
    return /^send|^copyMessage$/.test(method) ? { message_id: ++nextId } : true
  }
  const api = await startAnswering(({ method, body, contentType }, response) => {
    const params = contentType.startsWith('application/json')
      ? (JSON.parse(body.toString()) as Params)
      : { multipart: body.toString() }
    calls.push({ method, params })
    const reply = replies[method]?.shift() ?? { result: accept(method, params) }
    if ('result' in reply) json(response, { ok: true, ...reply })
    else if (reply.code >= 500) response.writeHead(reply.code).end('<html>')
    else {
      const { code, description, parameters } = reply
      json(response, { ok: false, error_code: code, description, parameters }, code)
    }
  })
  const transport = createTransport({ token: '1:token', apiRoot: api.apiRoot })
  onTestFinished(() => transport.close())

  let staff: number | null = staffId
  const lacking = new Set<StaffRight>()
  const logged: string[] = []
  const log = (_fields: object, message: string) => void logged.push(message)
  const pool = testDatabase.database.pool
  const deliver = createDeliver({
    call: createCall(transport),
    db: pool,
    desk: { languages: ['en'] },
    texts: createTexts(),
    staffChat: {
      id: () => staff,
      adopt(chatId) {
        staff = chatId
        return Promise.resolve(true)
      },
      moved: async (newId) => void (staff = newId),
    },
    staffGroup: {
      lacks: (right) => lacking.has(right),
      refused: (right) => void lacking.add(right),
      granted: (right) => void lacking.delete(right),
    },
    privateChats: createPrivateChats(pool),
    pace: { reserve: () => 0 },
    log: { warn: log, error: log },
  })

  let nextRow = 0
  /** One attempt, settled as the dispatcher does. */
  async function send(effect: Outgoing, attempts = 1): Promise<Outcome> {
    nextRow += 1
    const [inserted] = await query(
      `insert into outbox (dedup_key, lane, kind, payload, state, attempts)
       values ('t:${nextRow}', 'x', '${effect.kind}', '{}', 'sending', ${attempts}) returning id`,
    )
    const row = {
      id: Number(inserted?.['id']),
      dedupKey: `t:${nextRow}`,
      lane: laneOf(effect),
      effect,
      bulk: false,
      attempts,
      ambiguous: 0,
    }
    const outcome = await deliver(row)
    await settleRows(pool, [{ row, outcome, merged: [] }])
    return outcome
  }

  return {
    send,
    calls,
    logged,
    methods: () => calls.map(({ method }) => method),
    setStaff: (chatId: number | null) => (staff = chatId),
    staff: () => staff,
    lacking,
  }
}

export const plain = (text: string) => ({ text, entities: [] })
export const toClient = { kind: 'person', personId: 1 } as const
export const toTopic = { kind: 'topic', ticketNumber } as const
