import { performance } from 'node:perf_hooks'

import { completeDesk } from '../../src/desk/complete-desk.ts'
import { deskFileSchema } from '../../src/desk/schema.ts'
import {
  findTickets,
  queuedTickets,
  ticketsOfAgent,
  earlierTicketsOf,
} from '../../src/services/reports/find-tickets.ts'
import { measureWork } from '../../src/services/reports/measure-work.ts'
import { readHistory } from '../../src/services/reports/read-history.ts'
import { cardFacts } from '../../src/services/tickets/card-facts.ts'
import { slotAtPlace } from '../../src/services/telegram/slots.ts'
import {
  closedTicketsOf,
  liveTicketsOf,
  readTicket,
  searchClosedTickets,
} from '../../src/services/tickets/read-tickets.ts'
import { createTick } from '../../src/services/timers/tick.ts'
import { openDatabase, type Database } from '../../src/storage/database.ts'
import { begin } from '../../src/storage/sql.ts'
import { createPerform } from '../../src/services/perform.ts'

type Sizes<T> = { small: T; large: T }

const runs = 300
const warmUps = 20
const weekMs = 7 * 86_400_000

/** What commands ask of the database, by itself, and a tick of the clock at which nothing is due. */
export async function measureReads(urls: Sizes<string>): Promise<[string, Sizes<number[]>][]> {
  const small = await openDatabase({ url: urls.small })
  const large = await openDatabase({ url: urls.large })
  const reads = { small: readsOf(small), large: readsOf(large) }
  const results: [string, Sizes<number[]>][] = []
  for (const name of Object.keys(reads.small)) {
    const latenciesMs: Sizes<number[]> = { small: [], large: [] }
    for (let run = -warmUps; run < runs; run += 1) {
      for (const size of ['small', 'large'] as const) {
        const startedAt = performance.now()
        await reads[size][name]?.()
        if (run >= 0) latenciesMs[size].push(performance.now() - startedAt)
      }
    }
    results.push([name, latenciesMs])
  }
  await small.close()
  await large.close()
  return results
}

function readsOf({ pool }: Database): Record<string, () => Promise<unknown>> {
  const desk = completeDesk(deskFileSchema.parse({ staff: { capacity: 1 } }))
  const silent = { info: () => undefined, error: console.error }
  const tick = createTick({
    db: pool,
    desk,
    log: silent,
    perform: createPerform({
      begin: () => begin(pool),
      tell: () => Promise.resolve([]),
      offer: () => undefined,
    }),
    now: () => new Date(),
  })
  const to = new Date()
  const period = { from: new Date(to.getTime() - weekMs), to, calendar: null }
  const find = (words: string) => () => findTickets(pool, words, 20)
  return {
    'tick with nothing due': tick,
    'live tickets of a person': () => liveTicketsOf(pool, 7),
    'closed tickets of a person': () => closedTicketsOf(pool, 7, { limit: 6, offset: 0 }),
    'words in them': () => searchClosedTickets(pool, 7, 'update customer', 5),
    "a ticket's card": async () => {
      const ticket = await readTicket(pool, 12)
      return ticket && cardFacts(pool, ticket)
    },
    'slot at a place': () => slotAtPlace(pool, { chatId: 1, messageId: 12 }),
    "a ticket's history": () => readHistory(pool, 12, 30),
    'earlier tickets': () => earlierTicketsOf(pool, 900, 5),
    queue: () => queuedTickets(pool, 20),
    'tickets of an agent': () => ticketsOfAgent(pool, 3, 20),
    'find a number': find('12'),
    'find a tag': find('#billing'),
    'find words of one message': find('invoice 12 customer'),
    'find a word of 1% of messages': find('word12'),
    'find a word of a third of them': find('invoice'),
    'metrics of a week': () => measureWork(pool, period),
  }
}
