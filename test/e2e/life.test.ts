import { afterEach, describe, expect, test } from 'vitest'

import { languages } from '../../src/domain/language.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { liveThrough } from '../support/life.ts'

let running: TestDesk | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
})

describe.each(['polling', 'webhook'] as const)(
  'OT-12, OT-13, OT-15, OT-19, OT-20, OT-22, OT-25, OT-36, OT-39: a ticket from end to end by %s',
  (mode) => {
    test.each(languages)(
      'is opened, answered, solved, accepted and rated in %s',
      async (language) => {
        running = await startTestDesk({ mode })
        const { sandbox, forum, db } = running
        const client = sandbox.person({ name: 'Olena', language })
        const agent = sandbox.person({ name: 'Anna', username: 'anna' })
        forum.addMember(agent)

        const lived = await liveThrough({ stage: running, client, agent, language })

        const topic = forum.topics()[0]!
        const album = topic.messages.filter(({ media_group_id: group }) => group !== undefined)
        expect(new Set(album.map(({ media_group_id: group }) => group)).size).toBe(1)
        expect(album.map(({ caption }) => caption)).toEqual(["Olena's screen", undefined])
        for (const text of lived.toStaff)
          expect(topic.texts.filter((one) => one === text)).toHaveLength(1)
        for (const text of lived.toClient) {
          expect(client.texts.filter((one) => one.includes(text))).toHaveLength(1)
        }
        expect(client.texts.join('\n')).not.toContain('old build')
        expect(client.texts.join('\n')).not.toContain('nothing to say')

        const { pool } = db.database
        const { rows: tickets } = await pool.query<object>(
          `select status, helpfulness, speed, politeness, comment
         from ticket join rating on ticket.number = rating.ticket_number`,
        )
        expect(tickets).toEqual([
          {
            status: 'closed',
            helpfulness: 5,
            speed: 4,
            politeness: null,
            comment: 'Olena is content',
          },
        ])
        // The last answer is read a moment before it is written down as sent.
        await sandbox.until(async () => {
          const { rows: unfinished } = await pool.query(
            `select update_id::text from inbound_update where state <> 'done'
           union all select id::text from outbox where state not in ('sent', 'merged')`,
          )
          return unfinished.length === 0
        })
      },
    )
  },
)
