import fc from 'fast-check'

import { closeReasons } from '../../src/domain/event.ts'
import { priorities } from '../../src/domain/ticket.ts'

const text = fc.constantFrom('It is broken', 'thanks', '2.1', 'x', '', '👍', 'Why? Because.')
const agent = fc.constantFrom(0, 1, 2)
const days = fc.constantFrom(-1, 0, 1, 3, 20, 40)
/** Counted back from the newest proposal or closure: 0 is the present one. */
const age = fc.constantFrom(0, 0, 0, 1)

/** What somebody, or time, does to the ticket of a life. */
export const steps = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('accept' as const), age }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reject' as const), age, text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), text }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('reply' as const, 'ask' as const, 'solve' as const, 'note' as const),
      agent,
      text,
      stale: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('take', 'release', 'take_back', 'done', 'reopen_by_agent'),
      agent,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('assign' as const), agent, to: agent }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('postpone' as const), agent, text, days }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('develop' as const), agent, text, days }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      agent,
      text,
      reason: fc.constantFrom(...closeReasons),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('prioritise' as const),
      agent,
      priority: fc.constantFrom(...priorities),
    }),
  },
  // Another ticket of the same client is what the next steps are about.
  { weight: 2, arbitrary: fc.record({ do: fc.constant('turn' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('merge' as const, 'unmerge' as const, 'split' as const),
      agent,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('go' as const), agent, away: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('block' as const), blocked: fc.boolean() }) },
  // The clock stands still, goes on by minutes or days, or back a little.
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(-5, 1, 31, 500, 1_500, 6_000, 11_000),
    }),
  },
  // The program dies before the commit of what comes next.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), text }) },
)

export type Step = typeof steps extends fc.Arbitrary<infer One> ? One : never

/** One of the steps that make one ticket of two, or two of one. */
export type JoinStep = Extract<Step, { do: 'merge' | 'unmerge' | 'split' }>
