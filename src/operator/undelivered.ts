import {
  listUndelivered,
  readUndelivered,
  retryUndelivered,
  stillWaiting,
  type Undelivered,
} from '../services/notifier/undelivered.ts'
import type { Queryable } from '../storage/sql.ts'
import { listOrOne, type Command, type CommandVerdict } from './command.ts'
import { withDatabase } from './open-database.ts'
import { oneLine, second, table } from './table.ts'

const listedAtOnce = 50

/** What was to be sent and did not arrive, or nobody knows whether it did. */
export const undelivered: Command = {
  name: 'undelivered',
  summary: 'what Telegram did not take, or never confirmed',
  usage: [
    ['undelivered list', `the last ${String(listedAtOnce)}: id, when, where to, kind, end, reason`],
    ['undelivered show ID', 'everything about one, as JSON; holds what was written'],
    ['undelivered retry ID', 'sends it again; a running desk does so within seconds'],
  ],
  understands: listOrOne('show', 'retry'),
  async run([action, given], config) {
    if (action === 'list') return withDatabase(config, ({ pool }) => list(pool))
    const id = /^\d+$/.test(given ?? '') ? Number(given) : NaN
    if (!Number.isSafeInteger(id)) {
      return { ok: false, message: `"${String(given)}" is not an id: see undelivered list.` }
    }
    return withDatabase(config, ({ pool }) =>
      action === 'show' ? show(pool, id) : again(pool, id),
    )
  },
}

async function list(db: Queryable): Promise<CommandVerdict> {
  const all = await listUndelivered(db, listedAtOnce)
  if (all.length === 0) return { ok: true, output: await nothingFailed(db) }
  const heads = ['id', 'decided', 'where to', 'kind', 'end', 'attempts', 'reason']
  return { ok: true, output: table([heads, ...all.map(cells)]) }
}

async function nothingFailed(db: Queryable): Promise<string> {
  const waiting = await stillWaiting(db)
  if (waiting === null) return 'Everything was delivered.'
  const { count, since } = waiting
  const what = count === 1 ? '1 effect waits' : `${String(count)} effects wait`
  return `Nothing failed. ${what}, the oldest since ${second(since)}: docs/development.md says why.`
}

function cells({ id, createdAt, lane, kind, state, attempts, error }: Undelivered): string[] {
  return [String(id), second(createdAt), lane, kind, state, String(attempts), oneLine(error ?? '')]
}

async function show(db: Queryable, id: number): Promise<CommandVerdict> {
  const one = await readUndelivered(db, id)
  return one === null ? unknown(id) : { ok: true, output: JSON.stringify(one, null, 2) }
}

async function again(db: Queryable, id: number): Promise<CommandVerdict> {
  if (!(await retryUndelivered(db, id))) return unknown(id)
  return { ok: true, output: `${String(id)} is sent again.` }
}

function unknown(id: number): CommandVerdict {
  const message = `Nothing undelivered has the id ${String(id)}: see undelivered list.`
  return { ok: false, message }
}
