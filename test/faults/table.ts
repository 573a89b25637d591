import type { Day } from '../support/day/small-day.ts'
import type { Stored } from '../support/day/stored.ts'
import type { Channel, Told } from '../support/day/told.ts'
import type { Outcome } from './fault.ts'

/** Of the table of faults; `rowOf` has a cell for each. */
export const head = [
  'fault',
  'texts',
  'lost',
  'seen twice',
  'applied twice',
  'intents',
  'given up',
  'latest',
  'of a quiet day',
  'who was told',
]

const whereTold: Record<Channel, string> = {
  ready: '/readyz',
  log: 'log',
  staff: 'group',
  clients: 'clients',
}

/** An outcome as people read it. */
export function rowOf({ fault, day, seen }: Outcome, quiet: Day): string[] {
  const { account, stored, stuck } = day
  const lost = [...account.lost, ...account.refused]
  const givenUp = [...stored.dead, ...stored.unknown]
  return [
    fault.name,
    String(account.written),
    listed([...lost, ...stuck]),
    String(account.seenTwice),
    listed(account.appliedTwice),
    intents(stored),
    listed(givenUp),
    seconds(account.longestMs),
    `× ${(account.longestMs / quiet.account.longestMs).toFixed(1)}`,
    [inWords(day.told), ...seen.notes].filter((part) => part !== '').join('; '),
  ]
}

/** Every row of the outbox by its end; only a day without rest has rows that have none. */
function intents({ outbox }: Stored): string {
  const order = ['sent', 'merged', 'dead', 'unknown', 'retry', 'pending', 'sending']
  return order
    .flatMap((state) => (outbox[state] ? [`${String(outbox[state])} ${state}`] : []))
    .join(', ')
}

function listed(found: readonly string[]): string {
  return found.length === 0 ? '0' : `${String(found.length)}: ${found.join(', ')}`
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`
}

function inWords(told: Told): string {
  return (Object.keys(whereTold) as Channel[])
    .filter((channel) => told[channel].length > 0)
    .map((channel) => `${whereTold[channel]}: ${told[channel].join(', ')}`)
    .join('; ')
}
