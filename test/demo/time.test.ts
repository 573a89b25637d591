import { expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { visit } from '../../bench/visitor.ts'
import { readsLike, sendIdea } from '../support/visitor-acts.ts'
import { rowsOfDemo, useDemo } from '../support/use-demo.ts'

const demos = useDemo()
const day = 86_400_000

test(
  'four days on a client who was asked is reminded, and then his ticket closes, each at its time',
  { timeout: 120_000 * patience },
  async () => {
    const demo = await demos.start()
    const visitor = await visit(demo.url)
    const [anna, max, forum] = [
      visitor.person('Anna'),
      visitor.person('Max'),
      visitor.forum().id,
    ] as const
    expect(await visitor.act('deadline', {})).toEqual({ at: null })
    await sendIdea(visitor, 'Anna', 'A dark theme')
    const topicId = [...visitor.forum().topics.keys()][0]
    await visitor.act('message', { userId: max, chatId: forum, topicId, text: '/ask Which page?' })
    const { date: askedAt } = await readsLike(visitor, anna, 'Which page?')

    const { at } = await visitor.act('deadline', {})
    expect(at).toBeGreaterThan(askedAt * 1_000)
    await visitor.act('clock', { by: 3 * day + 60_000 })
    const reminder = await readsLike(visitor, anna, 'A reminder')
    expect(Math.abs(reminder.date - askedAt - 3 * 86_400)).toBeLessThan(60)
    await expectStatus('pending')

    await visitor.act('clock', { by: day })
    const closed = await readsLike(visitor, anna, 'closed because there was no answer')
    // That nobody looked for four days is no outage, after which it would wait for an hour.
    expect(Math.abs(closed.date - askedAt - 4 * 86_400)).toBeLessThan(60)
    await expectStatus('closed')
    visitor.leave()

    async function expectStatus(status: string): Promise<void> {
      expect(await rowsOfDemo(demo, 'select status from ticket')).toEqual([{ status }])
    }
  },
)

test('time moved to the next deadline stops there', { timeout: 120_000 * patience }, async () => {
  const demo = await demos.start()
  const visitor = await visit(demo.url)
  await expect(visitor.act('clock', { to: 'deadline' })).rejects.toThrow('no deadline is set')
  await sendIdea(visitor, 'Anna', 'A dark theme')
  const { at } = await visitor.act('deadline', {})
  const { now } = await visitor.act('clock', { to: 'deadline' })
  expect(now).toBeGreaterThanOrEqual(at ?? Infinity)
  expect(now).toBeLessThan((at ?? 0) + 10_000)
  visitor.leave()
})
