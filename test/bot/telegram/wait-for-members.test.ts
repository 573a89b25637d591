import { expect, test, vi } from 'vitest'

import { waitForMembers, type WaitDeps } from '../../../src/bot/telegram/wait-for-members.ts'
import type { StoredUpdate } from '../../../src/services/intake/inbox.ts'
import { createLanes } from '../../../src/services/intake/lanes.ts'

const groupId = -1_001
const group = { id: groupId, type: 'supergroup' }
const person = (id: number) => ({ id, is_bot: false, first_name: 'Anna' })
const inGroup = { message_id: 5, chat: group }

let updateIds = 0
const update = (payload: Record<string, unknown>, lane = 'topic:-1001:3'): StoredUpdate => ({
  updateId: ++updateIds,
  lane,
  payload,
  attempts: 0,
  receivedAt: new Date(),
})
const message = (from: number, lane?: string) =>
  update({ message: { ...inGroup, from: person(from), text: 'Hello' } }, lane)

/** Lanes that note what they run, behind people who become known when the test says so. */
function arrange({ known = [], ...change }: Partial<WaitDeps> & { known?: number[] } = {}) {
  const ran: number[] = []
  const isKnown = new Set(known)
  const answers = new Map<number, { comes: Promise<void>; come: () => void }>()
  const calls: string[] = []
  const inner = createLanes({
    run(updates) {
      ran.push(...updates.map(({ updateId }) => updateId))
      return Promise.resolve()
    },
  })
  const lanes = waitForMembers(inner, {
    members: {
      know(userId) {
        if (isKnown.has(userId)) return null
        let come: () => void = () => undefined
        const comes = new Promise<void>((resolve) => (come = resolve))
        const answer = answers.get(userId) ?? { comes, come }
        answers.set(userId, answer)
        return answer.comes
      },
      doubt(userId) {
        calls.push(`doubt ${String(userId)}`)
        isKnown.delete(userId)
      },
    },
    staffChat: { id: () => groupId },
    botChanged: () => void calls.push('the bot changed'),
    ...change,
  })
  const tell = (userId: number) => {
    isKnown.add(userId)
    answers.get(userId)?.come()
    answers.delete(userId)
  }
  return { lanes, ran, tell, calls }
}

test.each([
  ['a message', { message: { ...inGroup, from: person(8) } }],
  ['an edit', { edited_message: { ...inGroup, from: person(8) } }],
  ['a button', { callback_query: { id: '1', from: person(8), message: inGroup } }],
])('%s of somebody unknown waits until it is known who he is', async (_what, payload) => {
  const { lanes, ran, tell } = arrange()
  const one = update(payload)
  lanes.offer([one])
  await Promise.resolve()
  expect(ran).toEqual([])
  expect(lanes.holds(one)).toBe(true)
  expect(lanes.size()).toBe(1)
  tell(8)
  await vi.waitFor(() => expect(ran).toEqual([one.updateId]))
  await vi.waitFor(() => expect(lanes.holds(one)).toBe(false))
  expect(lanes.size()).toBe(0)
})

test.each([
  ['of a bot', { message: { ...inGroup, from: { ...person(8), is_bot: true } } }],
  ['in the name of a chat', { message: { ...inGroup, from: person(8), sender_chat: group } }],
  ['that tells of a move', { message: { ...inGroup, from: person(8), migrate_to_chat_id: -1 } }],
  ['in another chat', { message: { chat: { id: 8 }, from: person(8) } }],
  ['of nobody', { message: { ...inGroup, from: null } }],
])('what is %s does not wait', (_what, payload) => {
  const { lanes, ran } = arrange()
  const one = update(payload)
  lanes.offer([one])
  expect(ran).toEqual([one.updateId])
})

test('what comes behind it in its lane waits as well, and keeps its order; other lanes go on', async () => {
  const { lanes, ran, tell } = arrange({ known: [7] })
  const own = [message(8), message(7), message(9), message(7)]
  const other = message(7, 'topic:-1001:4')
  const ids = own.map(({ updateId }) => updateId)
  lanes.offer([...own, other])
  expect(ran).toEqual([other.updateId])
  for (const one of own) expect(lanes.holds(one)).toBe(true)
  tell(8)
  await vi.waitFor(() => expect(ran.slice(1)).toEqual(ids.slice(0, 2)))
  tell(9)
  await vi.waitFor(() => expect(ran.slice(1)).toEqual(ids))
})

test('there is room for so many that wait, and again when some of them go on', async () => {
  const { lanes, tell } = arrange({ mostWaiting: 2 })
  lanes.offer([message(8)])
  await lanes.room()
  lanes.offer([message(9, 'topic:-1001:4')])
  let isRoom = false
  const room = lanes.room().then(() => (isRoom = true))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isRoom).toBe(false)
  tell(8)
  await room
})

test('that it waits for more than ten seconds is a problem until it goes on', async () => {
  let elapsedMs = 500
  const { lanes, tell } = arrange({ known: [7], elapsedMs: () => elapsedMs })
  lanes.offer([message(8)])
  elapsedMs += 9_999
  expect(lanes.problem()).toBeNull()
  elapsedMs += 1
  expect(lanes.problem()).toBe(
    'An update waits to know who wrote it: make the bot an administrator of the staff group',
  )
  lanes.offer([message(7), message(9, 'topic:-1001:4')])
  expect(lanes.problem()).toBe(
    '3 updates wait to know who wrote them: make the bot an administrator of the staff group',
  )
  tell(8)
  await vi.waitFor(() => expect(lanes.problem()).toBeNull())
})

const change = (member: object) =>
  update(
    { chat_member: { chat: group, from: person(7), new_chat_member: member } },
    `chat:${String(groupId)}`,
  )

test('news of a member makes him doubtful before what follows in any lane, and is asked about once', async () => {
  const { lanes, ran, tell, calls } = arrange({ known: [8, 9] })
  const before = message(8)
  const news = change({ user: person(8), status: 'left' })
  const after = message(8, 'topic:-1001:4')
  lanes.offer([before, news, after])
  expect(calls).toEqual(['doubt 8'])
  expect(ran).toEqual([before.updateId])
  tell(8)
  const ids = [before, news, after].map(({ updateId }) => updateId)
  await vi.waitFor(() => expect([...ran].sort()).toEqual(ids.sort()))
  expect(calls).toEqual(['doubt 8'])
})

test('news of the bot is told at once, though it stands behind a wait', () => {
  const { lanes, calls } = arrange()
  lanes.offer([
    change({ user: person(8), status: 'member' }),
    update({ my_chat_member: { chat: group } }, `chat:${String(groupId)}`),
    update({ my_chat_member: { chat: { id: -5 } } }, 'chat:-5'),
  ])
  expect(calls).toEqual(['doubt 8', 'the bot changed'])
})
