import { expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { visit } from '../../bench/visitor.ts'
import { rowsOfDemo, useDemo } from '../support/use-demo.ts'
import { readsLike, sendIdea } from '../support/visitor-acts.ts'

const demos = useDemo()

test(
  'every agent can be given a ticket before he wrote anything, and Max is the supervisor',
  { timeout: 90_000 * patience },
  async () => {
    const demo = await demos.start()
    const visitor = await visit(demo.url)
    await sendIdea(visitor, 'Anna', 'A dark theme')
    const [max, forum] = [visitor.person('Max'), visitor.forum().id]
    const place = { userId: max, chatId: forum, topicId: [...visitor.forum().topics.keys()][0] }
    await visitor.act('message', { ...place, text: '/assign @deniz' })
    await readsLike(visitor, visitor.person('Anna'), 'Deniz is working on your ticket.')
    await visitor.act('message', { ...place, text: '/close obsolete It is there already' })
    await readsLike(visitor, visitor.person('Anna'), 'Support closed the ticket')
    visitor.leave()
    expect(await rowsOfDemo(demo, 'select name, supervisor from agent order by name')).toEqual([
      { name: 'Deniz', supervisor: false },
      { name: 'Iryna', supervisor: false },
      { name: 'Max', supervisor: true },
    ])
  },
)
