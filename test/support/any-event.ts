import fc from 'fast-check'

import { closeReasons, type TicketEvent } from '../../src/domain/event.ts'
import { noon } from './a-ticket.ts'

const day = 86_400_000
const anyTime = fc
  .integer({ min: -100, max: 100 })
  .map((days) => new Date(noon.getTime() + days * day))

/** Whatever can happen to a ticket, sensible or not. */
export const anyEvent: fc.Arbitrary<TicketEvent> = fc.oneof(
  ...(['claim', 'withdraw_solution', 'message', 'message_ack'] as const).map((type) =>
    fc.constant<TicketEvent>({ type }),
  ),
  ...(['reply', 'request_info', 'propose_solution'] as const).map((type) =>
    fc.record({
      type: fc.constant(type),
      unseen: fc.record({ words: fc.boolean(), answer: fc.boolean() }),
    }),
  ),
  fc.record({ type: fc.constant('accept_solution' as const), proposalNo: fc.nat(3) }),
  fc.record({
    type: fc.constant('reject_solution' as const),
    proposalNo: fc.nat(3),
    reason: fc.string(),
  }),
  fc.record({
    type: fc.constant('reassign' as const),
    toAgentId: fc.integer({ min: 1, max: 3 }),
  }),
  fc.constantFrom<TicketEvent>(
    { type: 'release' },
    { type: 'resume' },
    { type: 'development_done' },
    { type: 'withdraw' },
    { type: 'reminder_due' },
    { type: 'autoclose_due' },
    { type: 'autoclose_blocked' },
    { type: 'postpone_due' },
    { type: 'development_due' },
    { type: 'undecided_due' },
  ),
  fc.record({
    type: fc.constant('postpone' as const),
    reason: fc.string(),
    until: anyTime,
    maxMs: fc.constant(30 * day),
  }),
  fc.record({
    type: fc.constantFrom('start_development' as const, 'update_development' as const),
    development: fc.record({
      engineer: fc.string(),
      externalKey: fc.string(),
      dueAt: anyTime,
    }),
    maxMs: fc.constant(30 * day),
  }),
  fc.record({
    type: fc.constant('close' as const),
    comment: fc.string(),
    reason: fc.constantFrom(...closeReasons),
  }),
  fc.record({
    type: fc.constant('reopen' as const),
    text: fc.string(),
    windowMs: fc.constantFrom(0, day),
  }),
  fc.record({
    type: fc.constant('merge_into' as const),
    target: fc.record({
      number: fc.integer({ min: 10, max: 13 }),
      mergedInto: fc.constantFrom(null, 12),
      closed: fc.boolean(),
      requesterId: fc.constantFrom(7, 8),
    }),
  }),
  fc.record({ type: fc.constant('take_in' as const), tags: fc.array(fc.string()) }),
  fc.record({
    type: fc.constant('take_in_unanswered' as const),
    tags: fc.array(fc.string()),
    needsReplySince: anyTime,
  }),
  fc.record({
    type: fc.constant('discipline_due' as const),
    candidateId: fc.option(fc.integer({ min: 1, max: 3 })),
    exhausted: fc.boolean(),
  }),
)
