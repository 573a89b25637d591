import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket, type OpenedTicket } from '../support/opened-ticket.ts'
import { mergeStateOf, openMergedTickets, openTwoTickets } from '../support/two-tickets.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const card = (ticket: OpenedTicket) => ticket.topic().pinned[0]?.text ?? ''
const cardSays = (ticket: OpenedTicket, words: string) =>
  desk.sandbox.until(() => card(ticket).includes(words))
const stateOf = (ticket: OpenedTicket) => mergeStateOf(desk, ticket)

test('a merge stays once the client was answered, or is too old', async () => {
  const { survivor, part } = await openMergedTickets(desk, ['The lamp', 'The lamp is off'])
  survivor.say('It is on again')
  await survivor.clientReads('It is on again')
  part.say('/unmerge')
  await part.staffReads('The client has been answered in the other ticket')
  const old = await openMergedTickets(desk, ['The fan', 'The fan is loud'])
  await desk.db.database.pool.query(
    `update merge set at = at - interval '25 hours' where ticket_number = $1`,
    [old.part.number],
  )
  old.part.say('/unmerge')
  await old.part.staffReads('Tickets can be unmerged only within 24 hours.')
  expect((await stateOf(old.part)).mergedInto).toBe(old.survivor.number)
})

test('bad numbers are refused in one sentence and change nothing', async () => {
  const { survivor, part } = await openTwoTickets(desk, ['A door', 'The same door'])
  const stranger = await openTicket(desk, {
    subject: 'Of another client',
    client: desk.sandbox.person({ name: 'Petro' }),
  })
  for (const [text, reason] of [
    ['/merge', 'The number of the other ticket is missing.'],
    ['/merge twelve', 'The number of the other ticket is missing.'],
    [`/merge ${String(part.number)}`, 'A ticket cannot become part of itself.'],
    ['/merge 999999999', 'There is no such ticket.'],
    [`/merge ${String(stranger.number)}`, 'These tickets belong to different clients'],
    ['/unmerge', 'This ticket is not part of another one.'],
  ] as const) {
    part.say(text)
    await part.staffReads(reason)
  }
  await desk.pass(1_000)
  survivor.say('/solve Push it')
  await survivor.clientReads('Push it')
  await survivor.client.press('Accept')
  await cardSays(survivor, 'Status: Closed')
  part.say(`/merge ${String(survivor.number)}`)
  await part.staffReads('A ticket cannot be merged into a closed one.')
  expect((await stateOf(part)).mergedInto).toBeNull()
})

test('I15: nothing is merged twice or in a circle, and paths stay short', async () => {
  const { survivor, part } = await openMergedTickets(desk, ['Chain one', 'Chain two'])
  const third = await openTicket(desk, { subject: 'Chain three', client: part.client })
  part.say(`/merge ${String(third.number)}`)
  await part.staffReads('This ticket is already part of another one.')
  survivor.say(`/merge ${String(part.number)}`)
  await survivor.staffReads('That ticket is already part of this one.')
  survivor.say(`/merge ${String(third.number)}`)
  await survivor.staffReads('This ticket is now part of')
  expect((await stateOf(part)).mergedInto).toBe(third.number)
  part.say('/unmerge')
  await part.staffReads('The other ticket has become part of a third one.')
  const fourth = await openTicket(desk, { subject: 'Chain four', client: part.client })
  // Named by a number that is part of another one: it joins what that is part of.
  fourth.say(`/merge ${String(part.number)}`)
  await fourth.staffReads(`now part of #${String(third.number)}`)
  survivor.say('/unmerge')
  await survivor.staffReads('Another ticket was merged after this one.')
  fourth.say('/unmerge')
  await fourth.staffReads('This ticket is no longer part of')
  survivor.say('/unmerge')
  await survivor.staffReads('This ticket is no longer part of')
  expect((await stateOf(part)).mergedInto).toBe(survivor.number)
  part.say('/unmerge')
  await part.staffReads('This ticket is no longer part of')
  for (const one of [survivor, part, third, fourth]) {
    expect(await stateOf(one)).toMatchObject({ status: 'new', mergedInto: null })
  }
})

test('two agents who merge opposite ways at once: one of them is told no', async () => {
  const boris = desk.sandbox.person({ name: 'Boris', username: 'boris' })
  desk.forum.addMember(boris)
  for (let round = 0; round < 3; round += 1) {
    const { survivor, part } = await openTwoTickets(desk, [
      `Left ${String(round)}`,
      `Right ${String(round)}`,
    ])
    survivor.say(`/merge ${String(part.number)}`)
    boris.in(desk.forum).write(`/merge ${String(survivor.number)}`, { topic: part.topic() })
    const all = () => [...survivor.topic().texts, ...part.topic().texts].join('\n')
    await desk.sandbox.until(() => all().includes('is already part of'))
    await desk.sandbox.until(() => all().includes('This ticket is now part of'))
    const rows = [await stateOf(survivor), await stateOf(part)]
    expect(rows.filter(({ mergedInto }) => mergedInto !== null)).toHaveLength(1)
  }
  const { rows } = await desk.db.database.pool.query(
    `select update_id from inbound_update where state = 'dead' or attempts > 1`,
  )
  expect(rows).toEqual([])
})

test('a merged ticket is never reopened', async () => {
  const { part, survivor } = await openMergedTickets(desk, ['A window', 'The same window'])
  part.say('/reopen it is another one')
  await part.staffReads(`part of #${String(survivor.number)} now. Write it there.`)
  expect(await stateOf(part)).toMatchObject({ status: 'closed' })
})
