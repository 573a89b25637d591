import { afterAll, beforeAll, expect, test } from 'vitest'

import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { agentOf, openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

async function column(text: string, number: number): Promise<unknown[]> {
  const { rows } = await desk.db.database.pool.query<{ value: unknown }>(text, [number])
  return rows.map(({ value }) => value)
}

const statusesOf = (number: number) =>
  column(
    'select "to"::text as value from status_change where ticket_number = $1 order by seq',
    number,
  )

/** From new to closed by both sides in turns. */
async function live(ticket: OpenedTicket): Promise<void> {
  ticket.say('/take')
  ticket.say('/ask Which version?')
  await ticket.clientReads('Which version?')
  ticket.client.write('2.1')
  await ticket.staffReads('2.1')
  await desk.pass(1_000)
  ticket.say('/solve Update to 2.2')
  await ticket.clientReads('Update to 2.2')
  await ticket.client.press('Accept')
  await ticket.staffReads('The client accepted the solution.')
}

test('OT-33, EA-47, OK-1: both sides act in turn, each change is recorded and /history shows it', async () => {
  const ticket = await openTicket(desk)
  await live(ticket)
  expect(await statusesOf(ticket.number)).toEqual([
    'new',
    'open',
    'pending',
    'open',
    'solution_proposed',
    'closed',
  ])
  ticket.say('/history')
  const history = textOf(await ticket.staffReads('History of'))
    .split('\n')
    .slice(1)
  const shown = ['New', 'In progress', 'Awaiting', 'In progress', 'Solution proposed', 'Closed']
  expect(history).toHaveLength(shown.length)
  for (const [index, status] of shown.entries()) expect(history[index]).toContain(status)
  for (const name of ['Anna', 'Olena']) expect(history.join()).toContain(name)
})

test('EA-7: a finished ticket leaves every list, its topic is closed and stays readable', async () => {
  const ticket = await openTicket(desk, { subject: 'Soon done' })
  await live(ticket)
  await desk.sandbox.until(() => ticket.topic().closed)
  const inGeneral = agentOf(desk).in(desk.forum)
  const answers = desk.forum.general.length
  inGeneral.write('/mine')
  inGeneral.write('/queue')
  await desk.sandbox.until(() => desk.forum.general.length >= answers + 4)
  const lists = desk.forum.general.slice(answers).map(textOf).join('\n')
  expect(lists).not.toContain('Soon done')
  inGeneral.write(`/find ${String(ticket.number)}`)
  await desk.sandbox.until(() =>
    desk.forum.general.some((one) => textOf(one).includes('Soon done')),
  )
})

test('EA-9, EA-30, OD-17: a client is known from his first words, and More shows his earlier tickets', async () => {
  const client = desk.sandbox.person({ name: 'Newcomer', language: 'en' })
  client.write('Hello there')
  await desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query(
      'select 1 from person p join contact_point c on c.person_id = p.id where address = $1 and name = $2',
      [client.id, 'Newcomer'],
    )
    return rows.length === 1
  })
  const first = await openTicket(desk, { subject: 'His first', client })
  const second = await openTicket(desk, { subject: 'His second', client })
  await desk.sandbox.until(() => second.topic().texts[0]?.includes('Client: Newcomer') === true)
  expect(second.topic().texts[0]).toContain('1 earlier ticket')
  await second.staff.press('More', { topic: second.topic() })
  const more = textOf(await second.staffReads('Earlier tickets of this client'))
  expect(more).toContain(`#${String(first.number)} `)
})

test('EA-5: what the client gets comes from the desk, whoever of the agents wrote it', async () => {
  const ticket = await openTicket(desk)
  ticket.say('Written by Anna')
  const answer = await ticket.clientReads('Written by Anna')
  expect(answer.from).toMatchObject({ is_bot: true })
  expect(answer).not.toHaveProperty('forward_origin')
  expect(JSON.stringify(answer)).not.toContain(String(ticket.agent.id))
})

test('EA-53, EA-65: all who work on a ticket see data, answers and notes, and hear of what is new', async () => {
  const ticket = await openTicket(desk)
  const boris = desk.sandbox.person({ name: 'Boris', username: 'boris' })
  desk.forum.addMember(boris)
  ticket.say('/take')
  const note = boris.in(desk.forum).write('// the old contract', { topic: ticket.topic() })
  await desk.sandbox.until(() => ticket.topic().reaction(note) === '✍')
  ticket.client.write('Any news?')
  const news = await ticket.staffReads('Any news?')
  expect(news).not.toHaveProperty('disable_notification')
  boris.in(desk.forum).write('/dev @ivan KEY-1 31.12', { topic: ticket.topic() })
  await ticket.clientReads('in development')
  boris.in(desk.forum).write('/done', { topic: ticket.topic() })
  await ticket.staffReads('@anna, development has ended')
  const topic = ticket.topic().texts.join('\n')
  for (const text of ['Client: Olena', 'The report is empty', 'the old contract', 'Any news?']) {
    expect(topic).toContain(text)
  }
})

test('OD-16, OT-42, OT-52: the form says what helps, ids and links arrive as written, files may follow', async () => {
  const id = 'SessionID 7f3c-22'
  const link = 'https://pbx.example/queue/12?from=1&to=2'
  const ticket = await openTicket(desk, { subject: `${id} ${link}` })
  expect(ticket.topic().texts).toContain(`${id} ${link}`)
  const form = ticket.client.texts.join('\n')
  expect(form).toContain('SessionID')
  const description = ticket.client.messages.find((one) => one.text === `${id} ${link}`)
  ticket.client.edit(description!, `${id} ${link} and more`)
  await ticket.staffReads('and more')
  ticket.client.send('photo', { caption: 'The screen' })
  await ticket.staffReads('The screen')
})

test('OT-27: without another setting a question is waited for four days, a solution seven', () => {
  const day = 86_400_000
  expect(builtInDesk.timers.informationTimeoutMs).toBe(4 * day)
  expect(builtInDesk.timers.solutionTimeoutMs).toBe(7 * day)
})
