import { createDispatcher } from '../../../src/services/notifier/dispatcher.ts'
import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'
import type { Outcome, OutboxRow } from '../../../src/services/notifier/outcome.ts'
import type { Settlement } from '../../../src/services/notifier/settle-rows.ts'
import { createPace } from '../../../src/services/notifier/pace.ts'

let nextId = 0

export function row(effect: Outgoing, lane = 'person:7'): OutboxRow {
  nextId += 1
  return {
    id: nextId,
    dedupKey: `t:${String(nextId)}`,
    lane,
    effect,
    bulk: false,
    attempts: 0,
    ambiguous: 0,
  }
}

/** A dispatcher whose outbox is an array, and whose deliveries the test decides. */
export function start(
  deliver: (row: OutboxRow) => Outcome | Promise<Outcome>,
  { chatId = 7, groupPerMinute = 1e6, cardRestMs = 0 } = {},
) {
  const settlements: Settlement[] = []
  const sent: string[] = []
  const pace = createPace({
    chatPerSecond: 1e6,
    chatBurst: 1e6,
    groupPerMinute,
    bulkPerSecond: 1e6,
  })
  const dispatcher = createDispatcher({
    claim: (ids) => Promise.resolve(ids.map(() => true)),
    settle: (some) => {
      settlements.push(...some)
      return Promise.resolve(some.map(() => []))
    },
    async deliver(one) {
      const outcome = await deliver(one)
      if (outcome.state === 'sent') sent.push(textOf(one))
      return outcome
    },
    chatOf: () => Promise.resolve(chatId),
    pace,
    cardRestMs,
    log: { warn: () => {}, error: () => {} },
  })
  return { dispatcher, settlements, sent, pace }
}

export function textOf({ effect }: OutboxRow): string {
  return 'content' in effect ? effect.content.text : effect.kind
}
