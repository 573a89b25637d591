import {
  countGivenUp,
  dropFromOutbox,
  listGivenUp,
  listRefused,
  readOutboxEntry,
  retryOutbox,
  stillWaiting,
  type OutboxLine,
  type OutboxVerdict,
} from '../services/notifier/outbox-entries.ts'
import type { Queryable } from '../storage/sql.ts'
import { listOrOne, type Command, type CommandVerdict } from './command.ts'
import { counted } from './counted.ts'
import { withDatabase } from './open-database.ts'
import { oneLine, second, table } from './table.ts'

const listedAtOnce = 50

/** What was to be sent and did not arrive, or nobody knows whether it did. */
export const outbox: Command = {
  name: 'outbox',
  summary: 'what Telegram did not take, or never confirmed, and what still waits',
  usage: [
    ['outbox list', `the last ${String(listedAtOnce)}: id, when, where to, kind, end, reason`],
    ['outbox show ID', 'everything about one, as JSON; holds what was written'],
    ['outbox retry ID|all', 'sends what was given up again; a running desk does so within seconds'],
    ['outbox drop ID|all', 'ends it unsent; by its id also what still waits'],
  ],
  understands: listOrOne('show', 'retry', 'drop'),
  async run([action, given], config) {
    if (action === 'list') return withDatabase(config, ({ pool }) => list(pool))
    const isAll = given === 'all' && action !== 'show'
    const id = /^\d+$/.test(given ?? '') ? Number(given) : NaN
    if (!isAll && !Number.isSafeInteger(id)) {
      return { ok: false, message: `"${String(given)}" is not an id: see outbox list.` }
    }
    const which = isAll ? null : id
    return withDatabase(config, async ({ pool }) => {
      if (action === 'show') return show(pool, id)
      if (action === 'retry') return retried(which, await retryOutbox(pool, which))
      return dropped(which, await dropFromOutbox(pool, which))
    })
  },
}

async function list(db: Queryable): Promise<CommandVerdict> {
  const givenUp = await listGivenUp(db, listedAtOnce)
  const all = [...givenUp, ...(await listRefused(db, listedAtOnce))]
  const heads = ['id', 'decided', 'where to', 'kind', 'state', 'attempts', 'reason']
  const more = (await countGivenUp(db)) - givenUp.length
  const lines = [
    ...(all.length > 0 ? [table([heads, ...all.map(cells)])] : []),
    ...(more > 0 ? [`and ${String(more)} older ones that were given up`] : []),
    ...(await ofTheRest(db, givenUp.length)),
  ]
  return { ok: true, output: lines.join('\n') }
}

async function ofTheRest(db: Queryable, givenUp: number): Promise<string[]> {
  const waiting = await stillWaiting(db)
  if (waiting === null) return givenUp > 0 ? [] : ['Everything was delivered.']
  const { count, since } = waiting
  const what = counted(count, 'effect waits', 'effects wait')
  const failed = givenUp > 0 ? '' : 'Nothing was given up. '
  return [`${failed}${what}, the oldest since ${second(since)}: docs/development.md says why.`]
}

function cells({ id, createdAt, lane, kind, state, attempts, error }: OutboxLine): string[] {
  return [String(id), second(createdAt), lane, kind, state, String(attempts), oneLine(error ?? '')]
}

async function show(db: Queryable, id: number): Promise<CommandVerdict> {
  const entry = await readOutboxEntry(db, id)
  return entry === null ? unknown(id) : { ok: true, output: JSON.stringify(entry, null, 2) }
}

function retried(id: number | null, verdict: OutboxVerdict): CommandVerdict {
  if (!verdict.ok) return refused(id, verdict, 'only what was given up can be sent again')
  return done(id, verdict.count, 'sent again')
}

function dropped(id: number | null, verdict: OutboxVerdict): CommandVerdict {
  if (!verdict.ok) return refused(id, verdict, 'only what has not left can be dropped')
  const ended = done(id, verdict.count, 'dropped')
  return verdict.count === 0
    ? ended
    : { ok: true, output: `${ended.output} Nobody is told: tell who waits for it.` }
}

function done(id: number | null, count: number, what: string): { ok: true; output: string } {
  if (id !== null) return { ok: true, output: `${String(id)} is ${what}.` }
  if (count === 0) return { ok: true, output: 'Nothing was given up.' }
  return { ok: true, output: `${counted(count, 'effect is', 'effects are')} ${what}.` }
}

function refused(
  id: number | null,
  verdict: Exclude<OutboxVerdict, { ok: true }>,
  why: string,
): CommandVerdict {
  if (verdict.reason === 'unknown') return unknown(id)
  return { ok: false, message: `${String(id)} is ${words[verdict.state]}: ${why}.` }
}

const words: Record<OutboxLine['state'], string> = {
  pending: 'still waiting',
  retry: 'waiting for its next attempt',
  sending: 'being sent',
  sent: 'sent',
  merged: 'ended',
  dead: 'given up',
  unknown: 'given up',
}

function unknown(id: number | null): CommandVerdict {
  return { ok: false, message: `The outbox has no ${String(id)}: see outbox list.` }
}
