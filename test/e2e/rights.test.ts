import { afterEach, beforeEach, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await startTestDesk()
})

afterEach(() => desk.close())

/** What the bot said in General, without the messages that begin topics. */
const general = () =>
  desk.forum.general.filter(({ from, text }) => from?.is_bot === true && text !== undefined)
const saidInGeneral = (words: string) =>
  general().filter((message) => textOf(message).includes(words))

const get = async (path: string) => {
  const response = await fetch(`${desk.httpUrl()}${path}`)
  return { status: response.status, text: await response.text() }
}
const readiness = async () => {
  const { status, text } = await get('/readyz')
  return { status, problems: (JSON.parse(text) as { problems: string[] }).problems }
}
const rightMissing = async (right: string) => {
  const { text } = await get('/metrics')
  return new RegExp(`kvytok_right_missing{right="${right}"} (\\d)`).exec(text)?.[1]
}

/** A second client begins a ticket, whose topic has to be made. */
async function beginTicket(words: string): Promise<void> {
  const client = desk.sandbox.person({ name: 'Petro' })
  client.write('/new')
  await client.press('Idea')
  await desk.sandbox.until(() => client.texts.some((text) => text.includes('Step 2')))
  client.write(words)
  await client.press('Done')
  await client.press('Skip')
  await client.press('Send')
  await desk.sandbox.until(() => client.texts.some((text) => text.includes('is open')))
}

const topicWith = (words: string) =>
  desk.forum.topics().find((topic) => topic.texts.includes(words))

/** The card of the ticket whose topic begins so. */
const cardOf = (name: string) =>
  desk.forum.topic(name)?.texts.find((text) => text.includes('Status: '))

/** Far less than the desk waits when nobody tells it anything. */
const soonMs = 8_000

test('without the right to manage topics only new topics wait, people are told once, and it resumes at once', async () => {
  const ticket = await openTicket(desk)
  desk.forum.limitBot(['can_manage_topics'], ticket.agent)
  await desk.sandbox.until(() => saidInGeneral('It may not manage topics').length === 1)
  await beginTicket('A topic is needed')
  const words = ['one', 'two', 'three', 'four', 'five']
  for (const word of words) ticket.client.write(word)
  await desk.sandbox.until(() => ticket.topic().texts.includes('five'), soonMs)
  expect(ticket.topic().texts.filter((text) => words.includes(text))).toEqual(words)
  ticket.say('Heard')
  await ticket.clientReads('Heard')
  expect(topicWith('A topic is needed')).toBeUndefined()
  expect(await readiness()).toEqual({
    status: 503,
    problems: ['The bot lacks in the staff group: manage_topics'],
  })
  expect(await rightMissing('manage_topics')).toBe('1')
  expect(await rightMissing('pin_messages')).toBe('0')

  desk.forum.limitBot([], ticket.agent)
  await desk.sandbox.until(() => topicWith('A topic is needed'), soonMs)
  await desk.sandbox.until(() => saidInGeneral('has all it needs').length === 1)
  expect(await readiness()).toEqual({ status: 200, problems: [] })
  expect(await rightMissing('manage_topics')).toBe('0')
  expect(general()).toHaveLength(2)
})

test('what could not be closed, given its icon or pinned meanwhile is made good when the right returns', async () => {
  const ticket = await openTicket(desk)
  const boss = desk.sandbox.person({ name: 'Boss' })
  desk.forum.addMember(boss, 'creator')
  const iconOfNew = ticket.topic().icon
  desk.forum.limitBot(['can_manage_topics'], ticket.agent)
  await desk.sandbox.until(() => saidInGeneral('It may not manage topics').length === 1)
  boss.in(desk.forum).write('/close obsolete done', { topic: ticket.topic() })
  await desk.sandbox.until(() => cardOf('#1 ')?.includes('Status: Closed'))
  expect([ticket.topic().closed, ticket.topic().icon]).toEqual([false, iconOfNew])

  desk.forum.limitBot(['can_pin_messages'], ticket.agent)
  await desk.sandbox.until(() => ticket.topic().closed, soonMs)
  expect(ticket.topic().icon).not.toBe(iconOfNew)
  await beginTicket('A card to pin')
  await desk.sandbox.until(() => cardOf('#2 '))
  expect(desk.forum.topic('#2 ')?.pinned).toEqual([])

  desk.forum.limitBot([], ticket.agent)
  await desk.sandbox.until(() => desk.forum.topic('#2 ')?.pinned.length === 1, soonMs)
  await desk.restart()
  const before = desk.sandbox.calls.length
  await desk.sandbox.until(() => desk.sandbox.calls.length > before + 3)
  const again = desk.sandbox.calls.slice(before).map(({ method }) => method)
  expect(again).not.toContain('closeForumTopic')
  expect(again).not.toContain('pinChatMessage')
})

test('a topic in place of a deleted one has the icon of its status', async () => {
  const ticket = await openTicket(desk)
  ticket.say('We are looking into it')
  await desk.sandbox.until(() => ticket.topic().icon === 'emoji-💬')
  desk.forum.deleteTopic(ticket.topic())
  // It changes no status, so nothing but the making of the topic gives it an icon.
  ticket.client.write('But look')
  await desk.sandbox.until(() => desk.forum.topic('#1 ')?.texts.includes('But look'))
  expect(desk.forum.topic('#1 ')?.icon).toBe('emoji-💬')
})

test('a topic that is refused though Telegram says the bot may make it holds up nothing else', async () => {
  const ticket = await openTicket(desk)
  desk.sandbox.faults.add({
    kind: 'status',
    method: 'createForumTopic',
    code: 400,
    description: 'Bad Request: not enough rights to create a topic',
    times: 1_000,
  })
  await beginTicket('First without a topic')
  await beginTicket('Second without a topic')
  ticket.client.write('But I have one')
  await desk.sandbox.until(() => ticket.topic().texts.includes('But I have one'), soonMs)
  await desk.sandbox.until(() => saidInGeneral('It may not manage topics').length === 1)
  const tried = desk.sandbox.calls.filter(({ method }) => method === 'createForumTopic')
  expect(tried.length).toBeLessThanOrEqual(4)
  desk.sandbox.faults.clear()
  desk.forum.limitBot([], ticket.agent)
  await desk.sandbox.until(
    () => topicWith('First without a topic') && topicWith('Second without a topic'),
    soonMs,
  )
})

test('while topics are switched off what clients write waits for its topic, and is not put into General', async () => {
  const ticket = await openTicket(desk)
  const { threadId } = ticket.topic()
  desk.forum.switchTopics(false)
  ticket.client.write('The first may go astray')
  await desk.sandbox.until(() => saidInGeneral('Topics are switched off').length === 1)
  ticket.client.write('This one waits')
  await beginTicket('And this one')
  expect(await readiness()).toEqual({
    status: 503,
    problems: ['The bot lacks in the staff group: topics'],
  })
  expect(general().map(textOf)).not.toContain('This one waits')

  desk.forum.switchTopics(true)
  ticket.agent.in(desk.forum).write('Topics are back')
  await desk.sandbox.until(() => ticket.topic().texts.includes('This one waits'), soonMs)
  await desk.sandbox.until(() => topicWith('And this one'), soonMs)
  expect(ticket.topic().threadId).toBe(threadId)
  await desk.sandbox.until(() => saidInGeneral('has all it needs').length === 1)
})

test('when a part of what is missing comes back, the rest is said once more', async () => {
  const ticket = await openTicket(desk)
  desk.forum.limitBot(['can_manage_topics', 'can_pin_messages'], ticket.agent)
  await desk.sandbox.until(() => saidInGeneral('It may not pin messages').length === 1)
  desk.forum.limitBot(['can_pin_messages'], ticket.agent)
  const told = await desk.sandbox.until(() => saidInGeneral('still lacks')[0])
  expect(textOf(told)).toBe(
    [
      '⚠️ The bot has got a part of what it lacked, and still lacks something in the staff group.',
      "It may not pin messages: in the group's settings, Administrators, switch on “Pin messages” for it. Until then cards are not pinned.",
    ].join('\n'),
  )
  desk.forum.limitBot([], ticket.agent)
  await desk.sandbox.until(() => saidInGeneral('has all it needs').length === 1)
  expect(general()).toHaveLength(3)
})

test('a desk that starts without rights says so then, and not again at the next start', async () => {
  const agent = desk.sandbox.person({ name: 'Boss' })
  desk.forum.addMember(agent, 'creator')
  await desk.restart()
  desk.forum.chat().botLacks = ['can_pin_messages', 'can_delete_messages']
  await desk.restart()
  const told = await desk.sandbox.until(() => saidInGeneral('lacks something')[0])
  expect(textOf(told)).toBe(
    [
      '⚠️ The bot lacks something in the staff group. What needs it waits, all else goes on.',
      "It may not pin messages: in the group's settings, Administrators, switch on “Pin messages” for it. Until then cards are not pinned.",
    ].join('\n'),
  )
  const lacking = 'The bot lacks in the staff group: pin_messages'
  await desk.sandbox.until(async () => (await readiness()).problems.includes(lacking))
  await desk.restart()
  await desk.sandbox.until(async () => (await readiness()).problems.includes(lacking))
  const ticket = await openTicket(desk)
  ticket.client.write('No pin holds me up')
  await ticket.staffReads('No pin holds me up')
  expect(saidInGeneral('lacks something')).toHaveLength(1)
})

test('a bot that is put out of the group tells the supervisors, and goes on when it is back', async () => {
  const boss = desk.sandbox.person({ name: 'Boss' })
  desk.forum.addMember(boss, 'administrator')
  boss.write('/start')
  const ticket = await openTicket(desk)
  putOut(ticket)
  await desk.sandbox.until(() => boss.texts.some((text) => text.includes('It cannot write there')))
  ticket.client.write('Nobody hears me')
  expect((await readiness()).problems).toEqual(['The bot lacks in the staff group: write'])
  desk.forum.chat().members.set(desk.sandbox.bot.id, 'administrator')
  desk.forum.limitBot([], ticket.agent)
  await desk.sandbox.until(() => ticket.topic().texts.includes('Nobody hears me'), soonMs)
  await desk.sandbox.until(() => saidInGeneral('has all it needs').length === 1)
  expect(boss.texts.filter((text) => text.includes('It cannot write there'))).toHaveLength(1)
})

function putOut({ agent }: OpenedTicket): void {
  desk.forum.limitBot([], agent)
  desk.forum.chat().members.set(desk.sandbox.bot.id, 'kicked')
}
