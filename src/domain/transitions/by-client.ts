import { live, type Transition } from './transition.ts'

const byClient = { actor: 'client' } as const

/** What clients do. */
export const transitionsByClient: readonly Transition[] = [
  {
    ...{ id: 'T06', from: ['pending'], event: 'message', ...byClient, to: 'open' },
    ...{ needsReply: 'set', notices: ['client_wrote'] },
  },
  {
    ...{ id: 'T07', from: ['pending', 'solution_proposed'], event: 'message_ack', ...byClient },
    ...{ to: 'same', needsReply: 'keep', restartsWaiting: true, notices: ['client_thanked'] },
  },
  {
    ...{ id: 'T12', from: ['postponed'], event: 'message', ...byClient, to: 'open' },
    ...{ needsReply: 'set', notices: ['client_wrote', 'snooze_ended'] },
  },
  {
    ...{ id: 'T16', from: ['in_development'], event: 'message', ...byClient, to: 'same' },
    ...{ needsReply: 'set', notices: ['client_wrote'] },
  },
  {
    ...{ id: 'T20', from: ['solution_proposed'], event: 'accept_solution', ...byClient },
    ...{ to: 'closed', closes: 'accepted', needsReply: 'clear' },
    notices: ['solution_accepted', 'rating_asked'],
  },
  {
    ...{ id: 'T21', from: ['solution_proposed'], event: 'reject_solution', ...byClient },
    ...{ to: 'open', needsReply: 'set', countsAsReopening: true, notices: ['solution_rejected'] },
  },
  {
    ...{ id: 'T22', from: ['solution_proposed'], event: 'message', ...byClient, to: 'open' },
    ...{ needsReply: 'set', countsAsReopening: true, notices: ['solution_rejected'] },
  },
  {
    ...{ id: 'T25', from: live, event: 'withdraw', ...byClient, to: 'closed' },
    ...{ closes: 'withdrawn', needsReply: 'clear', notices: ['withdrawn'] },
  },
  {
    ...{ id: 'T28', from: ['new', 'open'], event: 'message', ...byClient, to: 'same' },
    ...{ needsReply: 'set', notices: ['client_wrote'] },
  },
  {
    ...{ id: 'T29', from: ['closed'], event: 'reopen', ...byClient, to: 'open' },
    ...{ needsReply: 'set', countsAsReopening: true, notices: ['reopened'] },
  },
  // Reopening is always a button: what is written to a closed ticket waits for it elsewhere.
  {
    ...{ id: 'T31', from: ['closed'], event: 'message', ...byClient, to: 'same' },
    ...{ needsReply: 'keep', notices: [] },
  },
  {
    ...{ id: 'T32', from: ['closed'], event: 'message_ack', ...byClient, to: 'same' },
    ...{ needsReply: 'keep', notices: [] },
  },
  {
    id: 'T33',
    from: ['new', 'open', 'in_development', 'postponed'],
    ...{ event: 'message_ack', ...byClient, to: { postponed: 'open' }, needsReply: 'set' },
    notices: ['client_wrote'],
  },
]
