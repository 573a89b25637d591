import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
})

afterEach(() => desk.sandbox.faults.clear())

afterAll(() => desk.close())

const refuse = (method: string, reason: string, times = 1) =>
  desk.sandbox.faults.add({
    kind: 'status',
    method,
    code: 400,
    description: `Bad Request: ${reason}`,
    times,
  })

test('/unsend that Telegram refuses tells that the client still has it, and keeps it in his list', async () => {
  const ticket = await openTicket(desk, { subject: 'One' })
  const wrong = ticket.say('The password is 12345')
  await ticket.clientReads('12345')
  refuse('deleteMessage', "message can't be deleted for everyone")
  refuse('deleteMessages', "message can't be deleted for everyone")
  ticket.say('/unsend', { replyTo: wrong })
  await ticket.staffReads(
    "The client still has this message: Telegram does not delete it any more (400: Bad Request: message can't be deleted for everyone). Write what is right instead.",
  )
  await desk.sandbox.until(() => ticket.topic().reaction(wrong) === '💔')
  expect(ticket.client.texts.join('\n')).toContain('12345')
  const shown = ticket.client.messages.length
  ticket.client.write('/tickets')
  await ticket.client.press(`#${String(ticket.number)} One`)
  await desk.sandbox.until(() => ticket.client.texts.at(-1)?.includes('Status'))
  const list = ticket.client.messages.slice(shown).map(({ text }) => text ?? '')
  expect(list.join('\n')).toContain('The password is 12345')
})

test('a message that is gone from the chat already is taken back', async () => {
  const ticket = await openTicket(desk, { subject: 'Two' })
  const wrong = ticket.say('Never mind')
  await ticket.clientReads('Never mind')
  await desk.sandbox.until(() => ticket.topic().reaction(wrong) === '👌')
  refuse('deleteMessage', 'message to delete not found')
  ticket.say('/unsend', { replyTo: wrong })
  await desk.sandbox.until(() => ticket.topic().reaction(wrong) === undefined)
  expect(ticket.topic().texts.join('\n')).not.toContain('still has')
})

test('of an album of which one photo cannot be deleted the agent is told, the others go', async () => {
  const ticket = await openTicket(desk, { subject: 'Three' })
  const photos = () => ticket.client.messages.filter((one) => 'photo' in one)
  const [first] = ticket.staff.album([{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }], {
    topic: ticket.topic(),
  })
  await desk.sandbox.until(() => ticket.topic().reaction(first!) === '👌')
  refuse('deleteMessage', "message can't be deleted")
  ticket.say('/unsend', { replyTo: first! })
  await ticket.staffReads('The client still has this message')
  expect(photos()).toHaveLength(1)
})

test('an edit does not bring back what was taken back', async () => {
  const ticket = await openTicket(desk, { subject: 'Four' })
  const wrong = ticket.say('A secret')
  await ticket.clientReads('A secret')
  await desk.sandbox.until(() => ticket.topic().reaction(wrong) === '👌')
  ticket.say('/unsend', { replyTo: wrong })
  await desk.sandbox.until(() => !ticket.client.texts.join('\n').includes('A secret'))
  ticket.staff.edit(wrong, 'A secret once more')
  ticket.say('Something else')
  await ticket.clientReads('Something else')
  expect(ticket.client.texts.join('\n')).not.toContain('A secret once more')
})

test('a caption that grows beyond a caption reaches the client whole', async () => {
  const ticket = await openTicket(desk, { subject: 'Five' })
  const written = ticket.staff.send('photo', { topic: ticket.topic(), caption: 'Short' })
  await ticket.clientReads('Short')
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '👌')
  ticket.staff.edit(written, `${'It says much. '.repeat(100)}The end.`)
  await ticket.clientReads('The end.')
  await desk.sandbox.until(() => !ticket.client.texts.some((text) => text.endsWith('Short')))
})

test('a text that shrinks is not called delivered while its old end still stands', async () => {
  const ticket = await openTicket(desk, { subject: 'Six' })
  const written = ticket.say(`${'many words '.repeat(371)}Epilogue`)
  await ticket.clientReads('Epilogue')
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '👌')
  refuse('deleteMessage', "message can't be deleted")
  ticket.staff.edit(written, 'Few words')
  await ticket.clientReads('Few words')
  await desk.sandbox.until(() => ticket.topic().reaction(written) === '💔')
})
