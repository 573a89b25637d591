import { afterEach, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import type { Message } from '../../sandbox/state/shapes.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { untilHandled } from '../support/late-albums.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

const membersOnly = 'Only members of the staff group are obeyed here.'

let desk: TestDesk

afterEach(() => desk.close())

async function begin(options: Parameters<typeof startTestDesk>[0] = {}): Promise<OpenedTicket> {
  desk = await startTestDesk(options)
  return openTicket(desk)
}

/** A member who has been obeyed. */
async function obeyed(
  name: string,
  status: 'member' | 'administrator' = 'member',
): Promise<SandboxPerson> {
  const person = desk.sandbox.person({ name })
  desk.forum.addMember(person, status)
  const { message_id: id } = person.in(desk.forum).write('/queue')
  await desk.sandbox.until(() =>
    desk.forum.general.some((one) => one.reply_to_message?.message_id === id),
  )
  expect(desk.forum.general.map(textOf).join('\n')).not.toContain(membersOnly)
  return person
}

const write = (person: SandboxPerson, ticket: OpenedTicket, text: string) =>
  person.in(desk.forum).write(text, { topic: ticket.topic() })

const answersInTopic = (ticket: OpenedTicket, text: string) =>
  ticket.topic().texts.filter((one) => one.includes(text)).length

const read = async (sql: string) => {
  const { rows } = await desk.db.database.pool.query<{ found: string }>(sql)
  return rows.map(({ found }) => found)
}
const supervisors = () => read('select name as found from agent where active and supervisor')
const statuses = () => read('select status::text as found from ticket')

/** What happens in `act` comes to the desk as one batch. */
async function inOneBatch(ticket: OpenedTicket, act: () => void): Promise<void> {
  const met = desk.sandbox.faults.met()
  desk.sandbox.faults.add({ kind: 'delay', method: 'getUpdates', ms: 1_500 })
  ticket.client.write('This ends the poll that waits')
  await desk.sandbox.until(() => desk.sandbox.faults.met() > met)
  await ticket.staffReads('This ends the poll that waits')
  act()
  await untilHandled(desk)
}

test('a clock that was an hour ahead and is put right hides nobody who was removed or demoted since', async () => {
  let aheadMs = 3_600_000
  const ticket = await begin({ now: () => new Date(Date.now() + aheadMs) })
  const boss = await obeyed('Boss', 'administrator')
  const gone = await obeyed('Gone')
  aheadMs = 0
  desk.forum.addMember(boss, 'member')
  desk.forum.removeMember(gone)
  write(gone, ticket, 'Gone still speaks')
  write(boss, ticket, '/close spam Go away')
  await untilHandled(desk)
  expect(ticket.client.texts.join('\n')).not.toMatch(/Gone still speaks|Go away/)
  expect(await statuses()).toEqual(['new'])
  expect(await supervisors()).toEqual([])
  await desk.sandbox.until(() => answersInTopic(ticket, membersOnly) === 1)
  await ticket.staffReads('Only supervisors can do this.')
})

test('what an older update says of a member, when it comes late, makes nobody one', async () => {
  const ticket = await begin()
  const gone = await obeyed('Gone')
  desk.forum.removeMember(gone)
  await untilHandled(desk)
  desk.sandbox.push({
    chat_member: {
      chat: desk.forum.chat().shape,
      from: ticket.agent.user,
      date: Math.floor(Date.now() / 1_000) - 80_000,
      old_chat_member: { user: gone.user, status: 'left' },
      new_chat_member: { user: gone.user, status: 'administrator' },
    },
  })
  await untilHandled(desk)
  expect(await supervisors()).toEqual([])
  write(gone, ticket, 'Gone again')
  await ticket.staffReads(membersOnly)
  expect(ticket.client.texts.join('\n')).not.toContain('Gone again')
})

test('who is removed is not obeyed in what he does in the same moment', async () => {
  const ticket = await begin()
  const people: SandboxPerson[] = []
  for (const name of ['P1', 'P2', 'P3', 'P4']) people.push(await obeyed(name))
  await inOneBatch(ticket, () => {
    for (const person of people) {
      desk.forum.removeMember(person)
      write(person, ticket, 'After his removal')
    }
  })
  expect(await statuses()).toEqual(['new'])
  await desk.sandbox.until(() => answersInTopic(ticket, membersOnly) === people.length)
  expect(ticket.client.texts.join('\n')).not.toContain('After his removal')
})

test('who is promoted is obeyed as a supervisor in what he does in the same moment', async () => {
  const ticket = await begin()
  const boss = await obeyed('Boss')
  await inOneBatch(ticket, () => {
    desk.forum.addMember(boss, 'administrator')
    write(boss, ticket, '/close spam Go away')
  })
  expect(await statuses()).toEqual(['closed'])
})

test('in a group that has just moved nobody is obeyed of whom Telegram was not asked there', async () => {
  const ticket = await begin()
  const gone = await obeyed('Gone')
  const isAnswer = ({ reply_to_message: to }: Message) => to?.from?.id === gone.id
  await inOneBatch(ticket, () => {
    // Slow enough for whoever does not wait for the answer.
    for (const method of ['getChatMember', 'getChatAdministrators']) {
      desk.sandbox.faults.add({ kind: 'delay', method, ms: 700, times: 3 })
    }
    desk.forum.chat().members.set(gone.id, 'left')
    desk.forum.migrate()
    gone.in(desk.forum).write('/queue')
  })
  await desk.sandbox.until(() => desk.forum.general.some(isAnswer))
  expect(desk.forum.general.filter(isAnswer).map(textOf)).toEqual([membersOnly])
})
