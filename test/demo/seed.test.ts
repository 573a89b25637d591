import { expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { visit } from '../../bench/visitor.ts'
import { stories } from '../../demo/seed/seed-desk.ts'
import { statuses } from '../../src/domain/ticket.ts'
import { rowsOfDemo, useDemo } from '../support/use-demo.ts'

const demos = useDemo()
const dayMs = 86_400_000

test(
  'a seeded demo has the 40 tickets of its stories, in all states and four languages',
  { timeout: 180_000 * patience },
  async () => {
    const demo = await demos.start({ seed: true })
    const tickets = await rowsOfDemo<{
      number: number
      status: string
      tags: string[]
      priority: string
      createdAt: Date
      userId: string
    }>(
      demo,
      `select number, status, tags, priority, k.created_at as "createdAt",
         c.address as "userId"
       from ticket k join contact_point c on c.person_id = k.requester_id order by number`,
    )
    expect(tickets).toHaveLength(40)
    expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(statuses))
    expect(tickets.map(({ status }) => status).sort()).toEqual(
      stories.map(({ ends }) => ends).sort(),
    )
    expect(new Set(tickets.map(({ priority }) => priority)).size).toBe(4)
    expect(tickets.flatMap(({ tags }) => tags).length).toBeGreaterThan(3)
    const ageMs = tickets.map(({ createdAt }) => Date.now() - createdAt.getTime())
    expect(Math.max(...ageMs)).toBeGreaterThan(13 * dayMs)
    expect(Math.max(...ageMs)).toBeLessThan(15 * dayMs)
    expect(Math.min(...ageMs)).toBeGreaterThan(0)

    const visitor = await visit(demo.url)
    const { people, aheadMs } = visitor.state()
    // The demo has come to the present.
    expect(Math.abs(aheadMs)).toBeLessThan(60_000)
    const languageOf = new Map(people.map(({ id, language_code: code }) => [String(id), code]))
    const spoken = new Set(tickets.map(({ userId }) => languageOf.get(userId)))
    expect(spoken).toEqual(new Set(['en', 'uk', 'ru', 'tr']))
    const topics = [...visitor.forum().topics.values()]
    expect(topics).toHaveLength(40)
    expect(topics.every(({ icon }) => icon !== '')).toBe(true)
    visitor.leave()

    const [counts] = await rowsOfDemo(
      demo,
      `select
         (select count(*) from rating)::int > 9 as ratings,
         (select count(distinct assignee_id) from ticket)::int as agents,
         (select count(*) from message where kind = 'note')::int > 3 as notes,
         (select count(*) from reaction)::int as reactions,
         (select count(*) from attachment)::int > 9 as files,
         (select count(*) from outbox where state <> 'sent')::int as unsent,
         (select count(*) from inbound_update where state not in ('done', 'ignored'))::int as unhandled`,
    )
    expect(counts).toEqual({
      ratings: true,
      agents: 3,
      notes: true,
      reactions: 4,
      files: true,
      unsent: 0,
      unhandled: 0,
    })
  },
)
