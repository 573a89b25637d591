import { describe, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'
import { groupCalls } from '../support/group-calls.ts'
import { openTicket, textOf } from '../support/opened-ticket.ts'

const patienceMs = 50_000
const limited = (newcomersPerMinute: number) => ({
  ...builtInDesk.limits,
  newcomersPerMinute,
  pacing: { chatPerSecond: 1e4, chatBurst: 1e4, groupPerMinute: 60, bulkPerSecond: 1e4 },
})

/** Somebody nobody knows opens a ticket, and reads that it is open. */
async function come({ sandbox }: TestDesk, nth: number): Promise<SandboxPerson> {
  const person = sandbox.person({ name: `Newcomer ${String(nth)}` })
  const press = (label: string) => person.press(label, { timeoutMs: patienceMs })
  person.write('/new')
  await press('Idea')
  await sandbox.until(() => person.texts.some((text) => text.includes('Step 2')), patienceMs)
  person.write(`Matter ${String(nth)}`)
  for (const label of ['Done', 'Skip', 'Send']) await press(label)
  await sandbox.until(() => person.texts.some((text) => /^#\d+ .*is open/s.test(text)), patienceMs)
  return person
}

const rushes = ({ forum }: TestDesk) =>
  forum.general.filter((message) => textOf(message).includes('many new clients'))

/** How many topics were made in the busiest minute. */
function mostTopics({ sandbox }: TestDesk, from: number): number {
  const times = sandbox.calls
    .slice(from)
    .flatMap(({ at, method }) => (method === 'createForumTopic' ? [at] : []))
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
  )
}

describe('a rush of new clients', { timeout: 120_000 * patience }, () => {
  test('gets so many topics a minute and one summary, while known clients are heard at once', async () => {
    const desk = await startTestDesk()
    const { sandbox, forum } = desk
    const boss = sandbox.person({ name: 'Boss', username: 'boss' })
    forum.addMember(boss, 'administrator')
    boss.in(forum).write('/stats')
    const known = await openTicket(desk)
    known.say('Looking into it')
    await known.clientReads('Looking into it')
    await desk.restart({ limits: limited(4) })
    sandbox.limits.groupPerMinute = 65
    const from = sandbox.calls.length

    const coming = Promise.all(Array.from({ length: 16 }, (_, index) => come(desk, index)))
    const waitsMs: number[] = []
    for (let index = 0; index < 5; index += 1) {
      const text = `Still broken ${String(index)}`
      const startedAt = performance.now()
      known.client.write(text)
      await sandbox.until(() => known.topic().texts.includes(text), patienceMs)
      waitsMs.push(performance.now() - startedAt)
    }
    const newcomers = await coming
    const summary = await sandbox.until(() => rushes(desk)[0], patienceMs)
    process.stdout.write(
      `During a rush of 16: a known client's words in his topic after ` +
        `${String(Math.round(Math.max(...waitsMs)))} ms at most\n`,
    )
    expect(Math.max(...waitsMs)).toBeLessThan(10_000)
    expect(mostTopics(desk, from)).toBeLessThanOrEqual(4)
    expect(textOf(summary)).toMatch(/^@boss, .*: \d+ still wait for a topic/)
    expect(groupCalls(desk, from).filter(({ refused }) => refused)).toEqual([])

    // The queue has those without a topic, too.
    const last = newcomers
      .flatMap(({ texts }) => texts)
      .map((text) => Number(/^#(\d+) /.exec(text)?.[1]))
    known.staff.write('/queue')
    const queue = await sandbox.until(
      () => forum.general.find((message) => textOf(message).startsWith('Queue')),
      patienceMs,
    )
    for (const number of last.filter(Number.isInteger)) {
      expect(textOf(queue)).toContain(`#${String(number)} `)
    }

    // Started again, with room for all: every topic comes.
    sandbox.limits.groupPerMinute = null
    const pacing = { ...limited(4).pacing, groupPerMinute: 1e5 }
    await desk.restart({ limits: { ...builtInDesk.limits, pacing } })
    const topics = () =>
      forum.topics().filter(({ texts }) => texts.some((text) => /^Matter/.test(text)))
    await sandbox.until(() => topics().length === newcomers.length, patienceMs)
    await sandbox.until(
      () =>
        forum.general.some((message) => textOf(message).includes('rush of new clients is over')),
      patienceMs,
    )
    expect(rushes(desk)).toEqual([])
    await desk.close()
  })
})
