import { request as plain } from 'node:http'
import { request as secure } from 'node:https'

import { inspectDatabase } from '../../storage/inspect-database.ts'
import { ok, unseen, warning, wrong, type Line } from './line.ts'
import type { Surroundings } from './surroundings.ts'

/** The machine's clock beside Telegram's and the database's. */
export async function lookAtClock({ config, database, now }: Surroundings): Promise<Line[]> {
  const [telegram, server] = await Promise.all([
    offBy(now, 1_000, () => dateOf(config.telegramApiRoot)).catch(() => null),
    database().then((access) =>
      access.kind === 'open'
        ? offBy(now, 0, async () => (await inspectDatabase(access.database.pool)).clock)
        : null,
    ),
  ])
  return [
    telegram === null
      ? unseen(clocks.telegram, 'Telegram told no time')
      : judgeClock(clocks.telegram, telegram),
    server === null
      ? unseen(clocks.database, 'the database does not answer')
      : judgeClock(clocks.database, server),
  ]
}

export const clocks = { telegram: 'clock of Telegram', database: 'clock of database' } as const

/**
 * How far the machine's clock is at least from another one, which was read between two looks at it.
 *
 * @param stepMs how much of its time the other one does not say: a second for whole seconds
 * @returns milliseconds; below zero when the machine is late
 */
async function offBy(now: () => Date, stepMs: number, read: () => Promise<Date>): Promise<number> {
  const before = now().getTime()
  const other = (await read()).getTime()
  const after = now().getTime()
  if (before > other + stepMs) return before - other - stepMs
  return after < other ? after - other : 0
}

/** The header `Date` of whatever the server answers: whole seconds, and no token is needed. */
function dateOf(apiRoot: string): Promise<Date> {
  const ask = apiRoot.startsWith('https:') ? secure : plain
  return new Promise((resolve, reject) => {
    const asked = ask(
      apiRoot,
      { method: 'HEAD', signal: AbortSignal.timeout(limitMs) },
      (answer) => {
        answer.resume()
        const date = new Date(answer.headers.date ?? '')
        if (Number.isNaN(date.getTime())) reject(new Error('The answer has no date'))
        else resolve(date)
      },
    )
    asked.on('error', reject).end()
  })
}

const limitMs = 5_000
const farMs = { warning: 5_000, wrong: 60_000 }

/** @param offMs how much the machine is ahead; below zero: late */
export function judgeClock(what: string, offMs: number): Line {
  const far = Math.abs(offMs)
  if (far <= farMs.warning) return ok(what, 'the same as that of this machine')
  const seconds = String(Math.round(far / 1_000))
  const found = `this machine is ${seconds} s ${offMs > 0 ? 'ahead of it' : 'behind it'}`
  const todo =
    'Let the clock of the machine be set by itself (timedatectl set-ntp true, then timedatectl).'
  return far > farMs.wrong ? wrong(what, found, todo) : warning(what, found, todo)
}
