import { afterEach, beforeAll, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { buildDesk } from '../support/build-desk.ts'
import { createDeskProcess, type DeskProcess } from '../support/desk-process.ts'
import { liveThrough } from '../support/life.ts'

beforeAll(buildDesk)

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** What the desk printed beside the log; nobody waits for it, so it may come a moment later. */
async function saidBy(sandbox: Sandbox, desk: DeskProcess): Promise<string> {
  await sandbox.until(() => desk.said().includes('says what is wrong'), 10_000).catch(() => null)
  return desk.said()
}

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
    const firstSteps = await saidBy(sandbox, desk)
    const code = /^ +\/setup (\S+)$/m.exec(firstSteps)?.[1] ?? 'none'
    expect(firstSteps).toBe(
      [
        '',
        'The bot "Sandbox desk" (@sandbox_desk_bot) is at work, but no group of agents is set yet:',
        '',
        '  1. Make a group for your agents in Telegram and switch on Topics in its settings.',
        '  2. Add the bot to it as an administrator who may manage topics and pin messages:',
        '     https://t.me/sandbox_desk_bot?startgroup&admin=manage_topics+pin_messages',
        '  3. Write in the group, as its administrator:',
        '',
        `     /setup ${code}`,
        '',
        'The code stays the same until it is used. Does the bot not answer it? "npm run desk -- doctor"',
        'says what is wrong.',
        '',
        '',
      ].join('\n'),
    )
    await desk.kill()
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)
    expect(await saidBy(sandbox, desk)).toBe(firstSteps)

    // A client does not have to wait until the group is set.
    const early = sandbox.person({ name: 'Early', language: 'en' })
    const life = { stage: { sandbox, forum }, agent, language: 'en', patienceMs: 60_000 } as const
    const lived = liveThrough({ ...life, client: early }).catch((cause: unknown) => {
      throw new Error(desk.output(), { cause })
    })

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
    const adopted = await sandbox.until(
      () => forum.general.find(({ text }) => text?.startsWith('This is the')),
      60_000,
    )
    expect(adopted.text).toBe(
      'This is the staff group now. Every ticket gets a topic of its own here. ' +
        'Begin with /help: it shows what you can do.',
    )
    await sandbox.until(() => forum.topics().length >= 1, 60_000)

    await desk.kill()
    desk.start()
    expect(await desk.ready(), desk.output()).toBe(true)
    await lived
    expect(desk.said()).toBe('')
    expect(await desk.stop()).toBe(0)
    expect(desk.output()).not.toMatch(new RegExp(sandbox.token))
    expect(desk.output()).not.toContain('account 77')
  },
)
