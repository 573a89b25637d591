import { afterEach, describe, expect, test } from 'vitest'

import { startTestDesk, type TestDesk } from '../support/desk.ts'

let running: TestDesk | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
})

describe.each(['polling', 'webhook'] as const)('a ticket from end to end by %s', (mode) => {
  test('is opened, answered, asked about, solved, accepted and rated', async () => {
    running = await startTestDesk({ mode })
    const { sandbox, forum } = running
    const olena = sandbox.person({ name: 'Olena', language: 'en' })
    const agent = sandbox.person({ name: 'Anna', username: 'anna' })
    forum.addMember(agent)
    const staff = agent.in(forum)

    olena.write('/start')
    await sandbox.until(() => olena.texts.some((text) => text.includes('Olena')))
    await olena.press('Open a ticket')
    await sandbox.until(() => olena.lastMessage?.text?.includes('Step 1'))
    await olena.press('Problem')
    await olena.press('Auto dialer')
    await olena.press('Everyone')
    await olena.press('Yes')
    olena.write('Which <version> & "build"?')
    olena.write('It fails since Monday')
    await olena.press('Done')
    olena.album([{ kind: 'photo', caption: 'the error' }, { kind: 'photo' }])
    await sandbox.until(() => olena.texts.some((text) => text.includes('2 files')))
    await olena.press('Done')
    await olena.press('Send')

    const topic = await sandbox.until(() => forum.topic('#1 '))
    await sandbox.until(() => topic.messages.some(({ text }) => text === 'It fails since Monday'))
    expect(topic.messages.map(({ text }) => text)).toContain('Which <version> & "build"?')
    const album = await sandbox.until(() => {
      const items = topic.messages.filter(({ media_group_id: group }) => group !== undefined)
      return items.length === 2 ? items : undefined
    })
    expect(new Set(album.map(({ media_group_id: group }) => group)).size).toBe(1)

    staff.write('Looking into it', { topic })
    await sandbox.until(() => olena.texts.some((text) => text.includes('Looking into it')))
    staff.write('// she is on the old build', { topic })

    staff.write('/ask Which account?', { topic })
    await sandbox.until(() => olena.texts.some((text) => text.includes('Which account?')))
    await olena.press('Answer')
    olena.write('account 77')
    await olena.press('Done')
    await sandbox.until(() => topic.messages.some(({ text }) => text === 'account 77'))

    staff.write('/solve Update to 2.1', { topic })
    await sandbox.until(() => olena.texts.some((text) => text.includes('Update to 2.1')))
    await olena.press('Accept')
    for (let dimension = 0; dimension < 3; dimension += 1) await olena.press('5')
    await sandbox.until(async () => {
      const { rows } = await running!.db.database.pool.query<{ politeness: number }>(
        'select helpfulness, speed, politeness from rating',
      )
      return rows[0]?.politeness === 5
    })
    const { rows } = await running.db.database.pool.query<{ status: string }>(
      'select status from ticket',
    )
    expect(rows).toEqual([{ status: 'closed' }])
    expect(olena.texts.some((text) => text.includes('old build'))).toBe(false)
  })
})
