import { expect, test } from 'vitest'
import type { Outgoing } from '../../../../src/services/notifier/outgoing.ts'
import {
  arrangeDelivery,
  plain,
  query,
  refuse,
  staffId,
  toClient,
  toTopic,
  useDatabase,
} from './arrange-delivery.ts'

useDatabase()

const strange = () => refuse('Bad Request: SOMETHING_NEW')

const edited = (text: string): Outgoing => ({
  kind: 'say',
  place: toTopic,
  content: plain(text),
  about: 1,
  edit: { message: 1, before: plain('x'), now: plain('y') },
})

async function haveTopic(): Promise<void> {
  await query(`insert into topic values (12, ${staffId}, 5)`)
  await query(`update message set person_id = 1 where id = 1`)
}

test('an edit of a client that its topic does not take is shown in General', async () => {
  await haveTopic()
  const { send } = await arrangeDelivery({ sendMessage: [strange()] })
  expect(await send(edited('Before: Come at 5. Now: Come at 7'))).toMatchObject({
    state: 'dead',
    followUps: [
      {
        kind: 'say',
        place: { kind: 'staff' },
        content: {
          text: '⚠️ #12: what Ann wrote could not be shown in its topic (400: Bad Request: SOMETHING_NEW):\n\nBefore: Come at 5. Now: Come at 7',
        },
      },
    ],
  })
})

test('each part of a long edit is', async () => {
  await haveTopic()
  const { send } = await arrangeDelivery({ sendMessage: [strange()] })
  const outcome = await send(edited('many words '.repeat(600)))
  expect(outcome).toMatchObject({ state: 'dead' })
  const [rest, told] = 'followUps' in outcome ? (outcome.followUps ?? []) : []
  expect([rest, told]).toMatchObject([{ place: { kind: 'staff' } }, { place: toTopic, about: 1 }])
})

test('an agent whose words in a notice are refused is told where he wrote them', async () => {
  await query(`insert into message_copy (chat_id, telegram_message_id, message_id, source)
               values (${staffId}, 20, 2, true)`)
  const { send } = await arrangeDelivery({ sendMessage: [strange()] })
  const notice = { kind: 'say', place: toClient, content: plain('Closed: duplicate'), about: 2 }
  expect(await send(notice as Outgoing)).toMatchObject({
    followUps: [
      { kind: 'react', at: { chatId: staffId, messageId: 20 }, emoji: '💔' },
      { kind: 'say', replyTo: { messageId: 20 } },
    ],
  })
})
