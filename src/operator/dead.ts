import {
  countDead,
  dropDead,
  listDead,
  readEntry,
  retryDead,
  type DeadLetterLine,
  type DeadLetterVerdict,
} from '../services/intake/dead-letters.ts'
import type { Queryable } from '../storage/sql.ts'
import { botIdOf } from './bot-id.ts'
import { listOrOne, type Command, type CommandVerdict } from './command.ts'
import { withDatabase } from './open-database.ts'
import { oneLine, second, table } from './table.ts'

const listedAtOnce = 50

/** Updates that could not be handled and were put aside. */
export const dead: Command = {
  name: 'dead',
  summary: 'updates that could not be handled and were put aside',
  usage: [
    ['dead list', `the last ${String(listedAtOnce)}: id, when, lane, attempts, reason`],
    ['dead show ID', 'everything about one, as JSON; holds what was written'],
    ['dead retry ID', 'lets the desk handle it again; a running desk does so within seconds'],
    ['dead drop ID', 'ends it: nobody will handle it'],
  ],
  understands: listOrOne('show', 'retry', 'drop'),
  async run([action, given], config) {
    const botId = botIdOf(config)
    if (action === 'list') return withDatabase(config, ({ pool }) => list(pool, botId))
    const updateId = /^-?\d+$/.test(given ?? '') ? Number(given) : NaN
    if (!Number.isSafeInteger(updateId)) {
      return { ok: false, message: `"${String(given)}" is not the id of an update: see dead list.` }
    }
    return withDatabase(config, async ({ pool }) => {
      if (action === 'show') return show(pool, botId, updateId)
      if (action === 'retry') {
        return inWords(updateId, 'is handled again', await retryDead(pool, botId, updateId))
      }
      return inWords(updateId, 'is dropped', await dropDead(pool, botId, updateId))
    })
  },
}

async function list(db: Queryable, botId: number): Promise<CommandVerdict> {
  const letters = await listDead(db, botId, listedAtOnce)
  if (letters.length === 0) return { ok: true, output: 'No update is put aside.' }
  const more = (await countDead(db, botId)) - letters.length
  const rows = [['id', 'received', 'lane', 'attempts', 'reason'], ...letters.map(cells)]
  const output = more > 0 ? `${table(rows)}\nand ${String(more)} older ones` : table(rows)
  return { ok: true, output }
}

function cells({ updateId, receivedAt, lane, attempts, deaths, reason }: DeadLetterLine): string[] {
  const ended = deaths === 0 ? '' : ` (${String(deaths)} ended the desk)`
  return [
    String(updateId),
    second(receivedAt),
    lane,
    `${String(Math.max(attempts, deaths))}${ended}`,
    oneLine(reason),
  ]
}

async function show(db: Queryable, botId: number, updateId: number): Promise<CommandVerdict> {
  const entry = await readEntry(db, botId, updateId)
  if (entry === null) return unknown(updateId)
  return { ok: true, output: JSON.stringify(entry, null, 2) }
}

function inWords(updateId: number, done: string, verdict: DeadLetterVerdict): CommandVerdict {
  if (verdict.ok) {
    const { length } = verdict.updateIds
    const album = length > 1 ? `, with the ${String(length - 1)} others of its album,` : ''
    return { ok: true, output: `Update ${String(updateId)}${album} ${done}.` }
  }
  switch (verdict.reason) {
    case 'unknown':
      return unknown(updateId)
    case 'not_dead':
      return {
        ok: false,
        message: `Update ${String(updateId)} is not put aside: it is ${verdict.state}.`,
      }
    case 'unreadable':
      return {
        ok: false,
        message:
          `Update ${String(updateId)} cannot be handled again, because it was never readable ` +
          `(${verdict.why}): show or drop it.`,
      }
  }
}

function unknown(updateId: number): CommandVerdict {
  return { ok: false, message: `There is no update ${String(updateId)}: see dead list.` }
}
