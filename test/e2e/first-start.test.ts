import { afterEach, beforeAll, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { buildDesk, createDeskProcess } from '../support/desk-process.ts'
import { liveThrough } from '../support/life.ts'

beforeAll(buildDesk, 180_000 * patience)

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

test(
  'with a token alone the desk starts, takes its group by /setup, and goes on after a kill',
  { timeout: 240_000 * patience },
  async () => {
    const sandbox = await startSandbox()
    ends.push(() => sandbox.close())
    const forum = sandbox.forum()
    const boss = sandbox.person({ name: 'Boss' })
    const agent = sandbox.person({ name: 'Anna', username: 'anna' })
    forum.addMember(boss, 'creator')
    forum.addMember(agent)
    const desk = await createDeskProcess({
      BOT_TOKEN: sandbox.token,
      TELEGRAM_API_ROOT: sandbox.apiRoot,
    })
    ends.push(() => desk.close())
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)

    // A client does not have to wait until the group is set.
    const early = sandbox.person({ name: 'Early', language: 'en' })
    const life = { stage: { sandbox, forum }, agent, language: 'en', patienceMs: 60_000 } as const
    const lived = liveThrough({ ...life, client: early }).catch((cause: unknown) => {
      throw new Error(desk.output(), { cause })
    })

    const code = /\/setup ([0-9a-f]+)/.exec(desk.output())?.[1] ?? 'none'
    agent.in(forum).write(`/setup ${code}`)
    await sandbox.until(
      () => forum.general.some(({ text }) => text?.startsWith('Only an admin')),
      60_000,
    )
    boss.in(forum).write('/setup wrong')
    await sandbox.until(
      () => forum.general.some(({ text }) => text?.startsWith('This is not')),
      60_000,
    )
    boss.in(forum).write(`/setup ${code}`)
    await sandbox.until(
      () => forum.general.some(({ text }) => text?.startsWith('This is the')),
      60_000,
    )
    await sandbox.until(() => forum.topics().length >= 1, 60_000)

    await desk.kill()
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)
    await lived
    expect(await desk.stop()).toBe(0)
    expect(desk.output()).not.toMatch(new RegExp(sandbox.token))
    expect(desk.output()).not.toContain('account 77')
  },
)
