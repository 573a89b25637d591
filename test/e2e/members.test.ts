import { afterEach, beforeEach, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'

const membersOnly = 'Only members of the staff group are obeyed here.'

let desk: TestDesk
let ticket: OpenedTicket

beforeEach(async () => {
  desk = await startTestDesk()
  ticket = await openTicket(desk)
})

afterEach(() => desk.close())

/** What the bot answered to a message, or how it marked it. */
const answerTo = ({ message_id: id }: Message) =>
  desk.sandbox.until(() => {
    const all = [...desk.forum.chat().kept.values()]
    const marks = desk.forum.chat().kept.get(id)?.reactions.values() ?? []
    const answer = all.find(
      ({ message: { from, reply_to_message: to } }) =>
        from?.is_bot === true && to?.message_id === id,
    )
    return answer?.message.text ?? [...marks].flat()[0]
  })

const write = (person: SandboxPerson, text: string) =>
  person.in(desk.forum).write(text, { topic: ticket.topic() })

/** Somebody's rank changes while nobody tells the bot. */
function silently(person: SandboxPerson, status: 'administrator' | 'member' | 'left'): void {
  desk.forum.chat().members.set(person.id, status)
}

const agents = async () => {
  const { rows } = await desk.db.database.pool.query<{ name: string }>(
    'select name from agent where active order by id',
  )
  return rows.map(({ name }) => name)
}

test('somebody who is no member of the group takes nothing, writes to nobody and is no agent', async () => {
  const stranger = desk.sandbox.person({ name: 'Mallory' })
  const { topic } = ticket
  await desk.sandbox.until(() => topic().pinned.length === 1)
  const { text } = await stranger.in(desk.forum).press('Take', { topic: topic() })
  expect(text).toBe(membersOnly)
  for (const said of ['Send me your password', '// a note', '/solve Pay here', '/close spam x']) {
    expect(await answerTo(write(stranger, said))).toBe(membersOnly)
  }
  expect(await answerTo(stranger.in(desk.forum).write('/queue'))).toBe(membersOnly)
  ticket.say('How can we help?')
  await ticket.clientReads('How can we help?')
  expect(ticket.client.texts.join('\n')).not.toMatch(/password|Pay here/)
  await desk.sandbox.until(() => topic().pinned[0]?.text?.includes('Responsible: Anna'))
  expect(await agents()).toEqual(['Anna'])
})

test('who left while the desk was away is an agent no more, and who lost his rank has no rights', async () => {
  const boss = desk.sandbox.person({ name: 'Boss' })
  const gone = desk.sandbox.person({ name: 'Gone' })
  desk.forum.addMember(boss, 'administrator')
  desk.forum.addMember(gone)
  write(gone, 'Gone is here')
  await ticket.clientReads('Gone is here')
  await desk.restart()
  expect(await agents()).toContain('Gone')
  silently(boss, 'member')
  silently(gone, 'left')
  await desk.restart()
  expect(await answerTo(write(gone, 'Gone is back'))).toBe(membersOnly)
  expect(await answerTo(write(boss, '/close spam go away'))).toBe('Only supervisors can do this.')
  expect(ticket.client.texts.join('\n')).not.toContain('Gone is back')
})

test('a start asks about agents who do nothing, so that nothing is given to who is gone', async () => {
  const boss = desk.sandbox.person({ name: 'Boss' })
  const gone = desk.sandbox.person({ name: 'Gone' })
  desk.forum.addMember(boss, 'administrator')
  desk.forum.addMember(gone)
  await desk.sandbox.until(async () => (await agents()).includes('Gone'))
  silently(boss, 'member')
  silently(gone, 'left')
  await desk.restart()
  await desk.sandbox.until(async () => !(await agents()).includes('Gone'))
  await desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query('select 1 from agent where supervisor')
    return rows.length === 0
  })
})

test('while Telegram does not say who somebody is, his words wait in order, and nobody else does', async () => {
  const late = desk.sandbox.person({ name: 'Late' })
  silently(late, 'member')
  const other = await openTicket(desk, { client: desk.sandbox.person({ name: 'Petro' }) })
  other.say('Anna is known')
  await other.clientReads('Anna is known')
  desk.sandbox.faults.add({
    kind: 'status',
    method: 'getChatMember',
    code: 500,
    description: 'Internal',
    times: 3,
  })
  for (const text of ['late 1', 'late 2', 'late 3']) write(late, text)
  other.say('Not held up')
  await other.clientReads('Not held up')
  expect(ticket.client.texts.filter((text) => /late \d/.test(text))).toEqual([])
  await ticket.clientReads('late 3')
  const read = ticket.client.texts.flatMap((text) => /late \d/.exec(text) ?? [])
  expect(read).toEqual(['late 1', 'late 2', 'late 3'])
  const asked = desk.sandbox.calls.filter(
    ({ method, params }) => method === 'getChatMember' && Number(params['user_id']) === late.id,
  )
  expect(asked).toHaveLength(4)
})

test('who writes in the name of the group or of a channel is told why nothing happens', async () => {
  const inNameOf = (sender: object, from: object, text: string, more: object = {}) => {
    const message = {
      message_id: 9_000 + desk.sandbox.world.nextId(),
      date: Math.floor(Date.now() / 1_000),
      chat: desk.forum.chat().shape,
      from,
      sender_chat: sender,
      text,
      ...more,
    }
    desk.sandbox.push({ message })
  }
  const group = desk.forum.chat().shape
  const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group' }
  const channel = { id: -1_009, type: 'channel', title: 'News' }
  const telegram = { id: 777_000, is_bot: false, first_name: 'Telegram' }
  const inTopic = { message_thread_id: ticket.topic().threadId, is_topic_message: true }
  const told = () =>
    desk.sandbox.calls.filter(({ params }) =>
      String(params['text']).startsWith('Messages in the name of a group or a channel'),
    ).length

  inNameOf(group, anonymous, '/queue')
  await desk.sandbox.until(() => told() === 1)
  inNameOf(channel, { id: 136_817_688, is_bot: true, first_name: 'Channel' }, 'Buy!', inTopic)
  await desk.sandbox.until(() => told() === 2)
  // What anybody may ask is answered, in a ticket's topic as in General.
  inNameOf(group, anonymous, '/help', inTopic)
  await desk.sandbox.until(() => ticket.topic().texts.some((text) => text.includes('/history')))
  inNameOf(channel, telegram, 'Our news', { ...inTopic, is_automatic_forward: true })
  ticket.say('Anna herself')
  await ticket.clientReads('Anna herself')
  expect(told()).toBe(2)
  expect(ticket.client.texts.join('\n')).not.toMatch(/Buy!|Our news/)
  expect(await agents()).toEqual(['Anna'])
})
