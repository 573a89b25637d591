import { setTimeout as sleep } from 'node:timers/promises'

import type { SandboxPerson } from '../../sandbox/index.ts'
import type { Stage } from '../support/day/stage.ts'
import type { Fault, Scale, Setting } from './fault.ts'

const minuteMs = 60_000

/** What the program was sending at a moment. */
async function countSending({ db }: Stage): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from outbox where state = 'sending'`,
  )
  return rows[0]?.count ?? 0
}

const clockMoves = (name: string, clockShiftMs: number): Fault => ({
  name,
  lastsMs: { suite: 4_000, full: 20_000 },
  async begin({ stage: { desk } }) {
    desk.process.signal('SIGUSR2')
    return () => desk.process.signal('SIGUSR2')
  },
  tells: [],
  seenTwice: 'never',
  stage: { clockShiftMs },
})

/** Telegram hands over everything at once that people wrote to the bot while nobody asked for it. */
const strangers: Record<Scale, number> = { suite: 200, full: 1_000 }
const asked = ['/start', '/help', '/tickets', '/journal', '/settings']
const rounds = 2

async function everybodyAtOnce({ stage: { sandbox }, scale, seen }: Setting) {
  const crowd = Array.from({ length: strangers[scale] }, (_, index) =>
    sandbox.person({ name: `Stranger ${String(index)}`, language: 'en' }),
  )
  const beganAt = Date.now()
  for (let round = 0; round < rounds; round += 1) {
    for (const text of asked) for (const person of crowd) person.write(text)
  }
  const updates = crowd.length * asked.length * rounds
  const areAnswered = (person: SandboxPerson) => person.texts.length >= asked.length * rounds
  return async () => {
    await sandbox
      .until(() => crowd.every(areAnswered), 2 * minuteMs)
      .then(
        () =>
          seen.notes.push(
            `${String(updates)} updates answered in ${String(Date.now() - beganAt)} ms`,
          ),
        () => seen.wrong.push('not everybody was answered'),
      )
  }
}

/** Accounts nobody knows, that all open tickets: as many a minute on both scales. */
const newcomers: Record<Scale, number> = { suite: 50, full: 500 }

async function manyNewcomers({ stage, scale, lastsMs, seen }: Setting) {
  const { sandbox, forum } = stage
  await stage.keepToLimits()
  const before = forum.topics().length
  const count = newcomers[scale]
  const coming = (async () => {
    for (let nth = 0; nth < count; nth += 1) {
      void rush(sandbox.person({ name: `Newcomer ${String(nth)}`, language: 'en' }))
      await sleep(lastsMs / count)
    }
  })()
  return async () => {
    await coming
    await sandbox
      .until(() => forum.general.some(({ text }) => text?.includes('many new clients')), minuteMs)
      .catch(() => seen.wrong.push('supervisors were not told within a minute'))
    const made = forum.topics().length - before
    seen.notes.push(`${String(made)} topics for ${String(count)} newcomers`)
  }
}

/** Opens a ticket as fast as the answers come; whoever is told to wait stops there. */
async function rush(person: SandboxPerson): Promise<void> {
  person.write('/new')
  const steps = ['Idea', 'My idea', 'Done', 'Skip', 'Send']
  for (const step of steps) {
    if (step === 'My idea') person.write(step)
    else if (!(await person.press(step, { timeoutMs: 10_000 }).then(isDone, isRefused))) return
  }
}

const isDone = () => true
const isRefused = () => false

const killEveryMs = 1_500

/** The machine, the program itself, and more people than usual, one row each. */
export const machineFaults: Fault[] = [
  clockMoves('The clock an hour back, and forth again', -60 * minuteMs),
  clockMoves('The clock 3 minutes ahead, and back again', 3 * minuteMs),
  {
    name: 'kill -9 under load',
    lastsMs: { suite: 6_000, full: 30_000 },
    async begin({ stage, lastsMs, seen }) {
      const killing = (async () => {
        for (let atMs = 0; atMs < lastsMs - killEveryMs; atMs += killEveryMs) {
          await stage.desk.kill()
          seen.inFlight += await countSending(stage)
          await sleep(killEveryMs)
        }
      })()
      return () => killing
    },
    tells: [],
    seenTwice: 'in flight',
    endsProgram: true,
  },
  {
    name: 'SIGTERM under load',
    lastsMs: { suite: 4_000, full: 20_000 },
    async begin({ stage, seen }) {
      const code = await stage.desk.stop()
      if (code !== 0) seen.wrong.push(`SIGTERM: it ended with ${String(code)}`)
      const left = await countSending(stage)
      if (left > 0) seen.wrong.push(`SIGTERM: ${String(left)} rows are left on their way`)
      stage.desk.start()
      return () => undefined
    },
    tells: [],
    seenTwice: 'never',
  },
  {
    name: 'The log on a full disk',
    lastsMs: { suite: 3_000, full: 20_000 },
    async begin({ stage: { proxy } }) {
      // Something to complain of.
      proxy.cut()
      return () => undefined
    },
    tells: [],
    seenTwice: 'never',
    stage: { logIsFull: true },
  },
  {
    name: 'Thousands of updates at once',
    lastsMs: { suite: 5_000, full: 20_000 },
    begin: everybodyAtOnce,
    tells: [],
    seenTwice: 'never',
  },
  {
    name: 'Hundreds of new accounts',
    lastsMs: { suite: 12_000, full: 120_000 },
    begin: manyNewcomers,
    tells: ['staff'],
    seenTwice: 'never',
    promisedMs: 10_000,
    day: { clients: 3, beatMs: 5_000, hasNewcomers: false, comesToRest: false },
  },
]
