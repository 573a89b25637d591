import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { type OpenedTicket } from '../support/opened-ticket.ts'
import { mergeStateOf, openTwoTickets } from '../support/two-tickets.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterAll(() => desk.close())

const card = (ticket: OpenedTicket) => ticket.topic().pinned[0]?.text ?? ''
const cardSays = (ticket: OpenedTicket, words: string) =>
  desk.sandbox.until(() => card(ticket).includes(words))
const stateOf = (ticket: OpenedTicket) => mergeStateOf(desk, ticket)

test('a merge closes the part, links both topics and tells the client once', async () => {
  const { survivor, part } = await openTwoTickets(desk, [
    'The invoice is wrong',
    'The invoice again',
  ])
  part.say('/tag billing')
  await cardSays(part, '#billing')
  part.say(`/merge #${String(survivor.number)}`)
  const told = `Your ticket #${String(part.number)} is now part of #${String(survivor.number)}.`
  await part.clientReads(told)
  await cardSays(part, 'Status: Closed')
  await cardSays(survivor, '#billing')
  await desk.sandbox.until(() => part.topic().closed)
  expect(survivor.topic().closed).toBe(false)
  const here = await survivor.staffReads(`#${String(part.number)} (The invoice again) is now part`)
  const there = await part.staffReads(`now part of #${String(survivor.number)}`)
  for (const [line, other] of [
    [here, part],
    [there, survivor],
  ] as const) {
    const [link] = line.entities ?? []
    expect(link?.type).toBe('text_link')
    expect(JSON.stringify(link)).toContain(`/${String(other.topic().threadId)}"`)
  }
  // What the client still waits for stands where it will be answered.
  await survivor.staffReads('The invoice again')
  await desk.sandbox.until(() => survivor.topic().texts.includes('The invoice again'))
  const texts = part.client.texts.join('\n')
  expect(texts.split(told)).toHaveLength(2)
  expect(texts).not.toContain('How helpful')
})

test('OD-20: what the client writes to the old number reaches the survivor', async () => {
  const { survivor, part } = await openTwoTickets(desk, [
    'The camera is dark',
    'The camera is dark too',
  ])
  part.say('We are looking')
  const answer = await part.clientReads('We are looking')
  part.client.write('/tickets')
  await part.client.press(`#${String(part.number)} The camera is dark too`)
  await part.clientReads('Status: In progress')
  part.say(`/merge ${String(survivor.number)}`)
  await part.clientReads('is now part of')
  // The ticket he had opened from his list.
  part.client.write('It is dark at night only')
  await survivor.staffReads('It is dark at night only')
  part.client.write('A reply to what you said', { replyTo: answer })
  await survivor.staffReads('A reply to what you said')
  part.client.edit(part.client.write('It is durk', { replyTo: answer }), 'It is dark')
  await survivor.staffReads('The client edited this message.')
  part.client.react(answer, '👎')
  await survivor.staffReads('The client disliked this.')
  await part.client.press('Add details')
  await part.clientReads(`#${String(survivor.number)}: What you write now is added`)
  part.client.write('Details')
  await part.client.press('Done')
  await survivor.staffReads('Details')
  part.client.write('/journal')
  await part.client.press(`#${String(part.number)} The camera is dark too`)
  await part.clientReads(`This ticket is now part of #${String(survivor.number)}.`)
  await part.client.press(`#${String(survivor.number)}`)
  await survivor.clientReads('Status: ')
  expect(part.topic().texts).not.toContain('Details')
})

test('a merge wakes a survivor that waits, and undoing it lets it wait again', async () => {
  const { survivor, part } = await openTwoTickets(desk, ['The bell rings', 'The bell rings twice'])
  survivor.say('/ask Which bell?')
  await survivor.clientReads('Which bell?')
  part.say('/tag bells')
  await cardSays(part, '#bells')
  const before = { survivor: await stateOf(survivor), part: await stateOf(part) }
  expect(before.survivor.status).toBe('pending')
  part.say(`/merge ${String(survivor.number)}`)
  await part.clientReads('is now part of')
  expect(await stateOf(survivor)).toMatchObject({
    status: 'open',
    needsReplySince: before.part.needsReplySince,
    tags: ['bells'],
  })
  expect(await stateOf(part)).toMatchObject({
    status: 'closed',
    mergedInto: survivor.number,
    needsReplySince: null,
    tags: [],
  })
  part.say('/unmerge')
  await part.clientReads(`Your ticket #${String(part.number)} is a ticket of its own again.`)
  expect({ survivor: await stateOf(survivor), part: await stateOf(part) }).toEqual(before)
  await desk.sandbox.until(() => !part.topic().closed)
  await part.staffReads('This ticket is no longer part of')
  await survivor.staffReads('(The bell rings twice) is a ticket of its own again.')
  await survivor.clientReads('A reminder: support is waiting for you.')
  await survivor.client.press('Answer')
  await survivor.clientReads(`#${String(survivor.number)}: Write your answer`)
  survivor.client.write('The one at the door')
  await survivor.client.press('Done')
  await survivor.staffReads('The one at the door')
})
