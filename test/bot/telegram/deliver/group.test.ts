import { describe, expect, test } from 'vitest'
import {
  arrangeDelivery,
  query,
  refuse,
  staffId,
  ticketNumber,
  useDatabase,
} from './arrange-delivery.ts'

useDatabase()

describe('adopting a group', () => {
  const adopt = { kind: 'adopt', chatId: -1005, threadId: null, userId: 9 } as const
  const member = (status: string, rights = {}) => ({ result: { status, ...rights } })
  const able = member('administrator', { can_manage_topics: true })
  const forum = (isForum: boolean) => ({ result: { id: -1005, is_forum: isForum } })
  const me = { result: { id: 1 } }

  test('an administrator makes a forum the staff group', async () => {
    const { send, staff } = await arrangeDelivery({
      getChatMember: [member('creator'), able],
      getChat: [forum(true)],
      getMe: [me],
    })
    expect(await send(adopt)).toMatchObject({ followUps: [{ kind: 'say' }] })
    expect(staff()).toBe(-1005)
  })

  test.each([
    ['an ordinary member', [member('member')], forum(true), /administrator/],
    ['a group without topics', [member('creator'), able], forum(false), /Topics are switched off/],
    ['a bot without rights', [member('creator'), member('member')], forum(true), /right/],
  ])('%s is told what is missing', async (_name, members, chat, words) => {
    const { send, staff } = await arrangeDelivery({
      getChatMember: members,
      getChat: [chat],
      getMe: [me],
    })
    const outcome = await send(adopt)
    const [said] = outcome.state === 'sent' ? (outcome.followUps ?? []) : []
    expect(said?.kind === 'say' && said.content.text).toMatch(words)
    expect(staff()).toBe(staffId)
  })
})

test('a group is left; one the bot is not in has been left', async () => {
  const { send, methods } = await arrangeDelivery({
    leaveChat: [refuse('Forbidden: bot is not a member of the supergroup chat', 403)],
  })
  expect(await send({ kind: 'leave', chatId: -77 })).toEqual({ state: 'sent' })
  expect(methods()).toEqual(['leaveChat'])
})

describe('a topic', () => {
  const change = { kind: 'topic', ticketNumber, icon: '✅', open: false } as const
  const icons = { result: [{ emoji: '✅', custom_emoji_id: 'id-of-check' }] }

  test('gets icon and openness; icons are asked for once', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    const { send, calls, methods } = await arrangeDelivery({ getForumTopicIconStickers: [icons] })
    expect(await send(change)).toEqual({ state: 'sent' })
    expect(await send(change)).toEqual({ state: 'sent' })
    expect(methods().filter((method) => method === 'getForumTopicIconStickers')).toHaveLength(1)
    expect(calls[1]).toEqual({
      method: 'editForumTopic',
      params: {
        chat_id: staffId,
        message_thread_id: 50,
        icon_custom_emoji_id: 'id-of-check',
      },
    })
    expect(calls[2]?.method).toBe('closeForumTopic')
  })

  test('that is so already is as good as changed', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    const { send } = await arrangeDelivery({
      getForumTopicIconStickers: [icons],
      editForumTopic: [refuse('Bad Request: TOPIC_NOT_MODIFIED')],
      reopenForumTopic: [refuse('Bad Request: TOPIC_NOT_MODIFIED')],
    })
    expect(await send({ kind: 'topic', ticketNumber, icon: '✅', open: true })).toMatchObject({
      state: 'sent',
    })
  })

  test('that was deleted is forgotten, and made when something is said', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    const { send } = await arrangeDelivery({
      getForumTopicIconStickers: [icons],
      editForumTopic: [refuse('Bad Request: TOPIC_DELETED')],
    })
    expect(await send({ kind: 'topic', ticketNumber, icon: '✅' })).toEqual({ state: 'sent' })
    expect(await query('select * from topic')).toEqual([])
  })

  test('that the bot may not change does not hold up what is said in it', async () => {
    await query(`insert into topic values (12, ${staffId}, 50)`)
    const { send } = await arrangeDelivery({
      getForumTopicIconStickers: [icons],
      editForumTopic: [refuse('Bad Request: not enough rights to manage topics')],
    })
    expect(await send(change)).toMatchObject({ state: 'dead' })
  })

  test('that does not exist is left alone', async () => {
    const { send, calls } = await arrangeDelivery()
    expect(await send({ kind: 'topic', ticketNumber, open: false })).toEqual({
      state: 'sent',
      unspent: true,
    })
    expect(calls).toEqual([])
  })
})
