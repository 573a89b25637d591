import { afterEach, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { agentOf, openTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

afterEach(() => desk.close())

/** A desk with Anna at it. */
async function deskWith(staff: Partial<Desk['staff']>): Promise<void> {
  desk = await startTestDesk({ change: { staff: { ...builtInDesk.staff, ...staff } } })
  await isKnown(agentOf(desk))
}

async function comes(name: string): Promise<SandboxPerson> {
  const person = desk.sandbox.person({ name, username: name.toLowerCase() })
  desk.forum.addMember(person)
  await isKnown(person)
  return person
}

/** An agent is known from his first word in the group. */
async function isKnown(person: SandboxPerson): Promise<void> {
  person.in(desk.forum).write('Good morning')
  await desk.sandbox.until(async () => {
    const { rows } = await desk.db.database.pool.query(
      'select from agent where telegram_user_id = $1',
      [person.id],
    )
    return rows.length === 1
  })
}

/** Who has which ticket, in the order of the tickets. */
const assigned = async () => {
  const { rows } = await desk.db.database.pool.query<{ name: string | null }>(
    'select a.name from ticket k left join agent a on a.id = k.assignee_id order by number',
  )
  return rows.map(({ name }) => name)
}

const assignedBecomes = (expected: (string | null)[]) =>
  desk.sandbox
    .until(async () => JSON.stringify(await assigned()) === JSON.stringify(expected), 8_000)
    .catch(async () => expect(await assigned()).toEqual(expected))

test('OT-51, EA-40: tickets go to the agent with the fewest waiting clients', async () => {
  await deskWith({})
  await comes('Boris')
  const first = await openTicket(desk, { subject: 'One' })
  await desk.sandbox.until(async () => (await assigned())[0] !== null, 5_000)
  await openTicket(desk, { subject: 'Two' })
  await desk.sandbox.until(async () => (await assigned())[1] !== null, 5_000)
  expect((await assigned()).sort()).toEqual(['Anna', 'Boris'])
  await first.staffReads('is responsible now.')
})

test('EA-41: above the capacity tickets wait in the queue until somebody is free', async () => {
  await deskWith({ capacity: 1 })
  const first = await openTicket(desk, { subject: 'One' })
  await assignedBecomes(['Anna'])
  await openTicket(desk, { subject: 'Two' })
  await openTicket(desk, { subject: 'Three' })
  await desk.pass(60_000)
  expect(await assigned()).toEqual(['Anna', null, null])
  first.say('Answered')
  await assignedBecomes(['Anna', 'Anna', null])
})

test('OD-5: tickets go to the agents in turn', async () => {
  await deskWith({ distribution: 'round_robin' })
  await comes('Boris')
  for (const [index, subject] of ['One', 'Two', 'Three', 'Four'].entries()) {
    await openTicket(desk, { subject })
    await desk.sandbox.until(async () => (await assigned())[index] !== null, 5_000)
  }
  const [one, two, three, four] = await assigned()
  expect([one, two]).not.toEqual([two, one])
  expect([three, four]).toEqual([one, two])
})

test('EA-20: who is away or left the group gives back what waits for him', async () => {
  await deskWith({})
  const ticket = await openTicket(desk)
  await assignedBecomes(['Anna'])
  const boris = await comes('Boris')
  ticket.staff.write('/away 2h')
  await assignedBecomes(['Boris'])
  desk.forum.removeMember(boris)
  await assignedBecomes([null])
  await ticket.staffReads('Back in the queue.\n@boris, this ticket is no longer yours.')
})
