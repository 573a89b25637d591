import type { TelegramChatMember } from '@gramio/types'
import { describe, expect, onTestFinished, test } from 'vitest'

import { startSandbox } from '../../../sandbox/index.ts'
import { createCall } from '../../../src/bot/telegram/calls/call.ts'
import { createTransport } from '../../../src/bot/telegram/calls/transport.ts'
import { missingRights } from '../../../src/bot/telegram/rights/missing-rights.ts'
import { createStaffGroup } from '../../../src/bot/telegram/rights/staff-group.ts'
import { rightsToBeNamed, type StaffRight } from '../../../src/domain/staff-right.ts'

const user = { id: 1, is_bot: true, first_name: 'Desk' }
const member = (status: string, fields: object = {}) =>
  ({ user, status, ...fields }) as unknown as TelegramChatMember
const all = { can_manage_topics: true, can_pin_messages: true }
const forum = { is_forum: true }

test.each<[string, TelegramChatMember, { is_forum?: boolean }, StaffRight[]]>([
  ['an administrator with all rights', member('administrator', all), forum, []],
  ['the owner', member('creator'), forum, []],
  [
    'an administrator who may not manage topics',
    member('administrator', { ...all, can_manage_topics: false }),
    forum,
    ['manage_topics'],
  ],
  [
    'one whose rights Telegram leaves out',
    member('administrator'),
    forum,
    ['manage_topics', 'pin_messages'],
  ],
  ['an administrator without topics', member('administrator', all), {}, ['topics']],
  [
    'an ordinary member',
    member('member'),
    forum,
    ['administrator', 'manage_topics', 'pin_messages'],
  ],
  [
    'a member who may not write',
    member('restricted', { can_send_messages: false }),
    forum,
    ['write', 'administrator', 'manage_topics', 'pin_messages'],
  ],
  [
    'a member who may write',
    member('restricted', { can_send_messages: true }),
    forum,
    ['administrator', 'manage_topics', 'pin_messages'],
  ],
  ['one who was put out', member('kicked'), forum, ['write']],
  ['one who left', member('left'), {}, ['write']],
])('%s lacks what is told of him', (_who, bot, chat, lacks) => {
  expect(missingRights(bot, chat)).toEqual(lacks)
})

test('named is what people have to switch, no more', () => {
  expect(rightsToBeNamed(['administrator', 'topics', 'manage_topics', 'pin_messages'])).toEqual([
    'administrator',
    'topics',
  ])
  expect(rightsToBeNamed(['write', 'administrator', 'manage_topics'])).toEqual(['write'])
  expect(rightsToBeNamed(['pin_messages', 'topics'])).toEqual(['topics', 'pin_messages'])
})

describe('the keeper of the rights', () => {
  async function arrange(recheckMs = 100) {
    const sandbox = await startSandbox()
    const group = sandbox.forum()
    const transport = createTransport({ token: sandbox.token, apiRoot: sandbox.apiRoot })
    const told: StaffRight[][] = []
    let woken = 0
    const keeper = createStaffGroup({
      makeGood: () => Promise.resolve(),
      call: createCall(transport),
      botId: sandbox.bot.id,
      staffChat: { id: () => group.id },
      tell: async (_chatId, missing) => void told.push(missing),
      wake: () => void (woken += 1),
      log: { info: () => undefined, warn: () => undefined },
      recheckMs,
    })
    onTestFinished(async () => {
      keeper.stop()
      await transport.close()
      await sandbox.close()
    })
    return { sandbox, group, keeper, told, woken: () => woken }
  }

  test('notices by itself that topics are switched on again, which no update tells', async () => {
    const { sandbox, group, keeper, told, woken } = await arrange()
    group.switchTopics(false)
    keeper.changed()
    await sandbox.until(() => keeper.lacks('topics'))
    const before = woken()
    group.switchTopics(true)
    await sandbox.until(() => told.length === 2)
    expect(told).toEqual([['topics'], []])
    expect(keeper.lacks('topics')).toBe(false)
    expect(woken()).toBeGreaterThan(before)
  })

  test('lets one at a time try what was refused against what Telegram says', async () => {
    const { sandbox, keeper, told } = await arrange(2_000)
    keeper.refused('manage_topics')
    expect(keeper.lacks('manage_topics')).toBe(true)
    await sandbox.until(() => told.length === 1)
    await sandbox.until(() => !keeper.lacks('manage_topics'))
    expect(keeper.lacks('manage_topics')).toBe(true)
    keeper.granted('manage_topics')
    expect(keeper.lacks('manage_topics')).toBe(false)
    await sandbox.until(() => told.length === 2)
    expect(told).toEqual([['manage_topics'], []])
    expect(keeper.problem()).toBeNull()
  })

  test('forgets a refusal that nobody met again and Telegram knows nothing of', async () => {
    const { sandbox, keeper, told } = await arrange(50)
    keeper.refused('manage_topics')
    await sandbox.until(() => told.length === 2)
    expect(told).toEqual([['manage_topics'], []])
    expect(keeper.missing()).toEqual([])
  })

  test('asks no more once nothing is missing', async () => {
    const { sandbox, group, keeper, told } = await arrange()
    group.switchTopics(false)
    keeper.changed()
    await sandbox.until(() => told.length === 1)
    group.switchTopics(true)
    await sandbox.until(() => told.length === 2)
    const asked = sandbox.calls.length
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(sandbox.calls).toHaveLength(asked)
  })
})
