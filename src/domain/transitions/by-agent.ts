import { statuses } from '../ticket.ts'
import { live, type Transition } from './transition.ts'

const byAgent = { actor: 'agent', assignsActor: true } as const

/** What agents do. */
export const transitionsByAgent: readonly Transition[] = [
  {
    ...{ id: 'T03', from: ['new'], event: 'claim', ...byAgent, to: 'open' },
    ...{ needsReply: 'keep', notices: ['agent_works_on_it'] },
  },
  {
    ...{ id: 'T04', from: live, event: 'reply', ...byAgent, to: { new: 'open' } },
    ...{ needsReply: 'clear', restartsWaiting: true },
    notices: ['reply_delivered'],
  },
  {
    id: 'T05',
    from: ['new', 'open', 'postponed', 'in_development', 'solution_proposed'],
    ...{ event: 'request_info', ...byAgent, to: 'pending', needsReply: 'clear' },
    ...{ restartsWaiting: true, newProposal: true },
    notices: ['information_asked'],
  },
  {
    ...{ id: 'T10', from: ['new', 'open', 'pending', 'in_development'], event: 'postpone' },
    ...{ ...byAgent, to: 'postponed', needsReply: 'clear', notices: ['postponed'] },
  },
  {
    ...{ id: 'T13', from: ['postponed'], event: 'resume', ...byAgent, to: 'open' },
    ...{ needsReply: 'keep', notices: ['resumed'] },
  },
  {
    id: 'T14',
    from: ['new', 'open', 'pending', 'postponed', 'solution_proposed'],
    ...{ event: 'start_development', ...byAgent, to: 'in_development', needsReply: 'keep' },
    notices: ['development_started'],
  },
  {
    ...{ id: 'T15', from: ['in_development'], event: 'update_development', ...byAgent },
    ...{ to: 'same', needsReply: 'keep', notices: ['development_moved'] },
  },
  {
    ...{ id: 'T17', from: ['in_development'], event: 'development_done', ...byAgent, to: 'open' },
    ...{ needsReply: 'keep', notices: ['development_finished'] },
  },
  {
    id: 'T19',
    from: ['new', 'open', 'pending', 'postponed', 'in_development'],
    ...{ event: 'propose_solution', ...byAgent, to: 'solution_proposed', needsReply: 'clear' },
    ...{ restartsWaiting: true, newProposal: true },
    notices: ['solution_proposed'],
  },
  {
    ...{ id: 'T23', from: ['solution_proposed'], event: 'withdraw_solution', ...byAgent },
    ...{ to: 'open', needsReply: 'keep', notices: ['solution_withdrawn'] },
  },
  {
    ...{ id: 'T26', from: live, event: 'close', ...byAgent, to: 'closed', needsReply: 'clear' },
    notices: ['closed_by_agent'],
  },
  {
    ...{ id: 'T27', from: live, event: 'merge_into', ...byAgent, to: 'closed' },
    ...{ closes: 'merged', needsReply: 'clear', notices: ['merged'] },
  },
  {
    ...{ id: 'T30', from: ['closed'], event: 'reopen', ...byAgent, to: 'open' },
    ...{ needsReply: 'clear', countsAsReopening: true, notices: ['reopened'] },
  },
  {
    ...{ id: 'T35', from: live, event: 'reassign', actor: 'agent', to: 'same' },
    ...{ needsReply: 'keep', notices: ['reassigned'] },
  },
  // Ours: the design knows responsibility, not how to lay it down (docs/decisions/0007).
  {
    ...{ id: 'K01', from: ['new', 'open'], event: 'release', actor: 'agent', to: 'same' },
    ...{ needsReply: 'keep', notices: ['released'] },
  },
  // Ours: what a merge and its undoing mean for both tickets (docs/decisions/0008).
  {
    ...{ id: 'K03', from: live, event: 'take_in', actor: 'agent', to: 'same' },
    ...{ needsReply: 'keep', notices: ['took_in'] },
  },
  {
    ...{ id: 'K04', from: live, event: 'take_in_unanswered', actor: 'agent' },
    to: { pending: 'open', postponed: 'open', solution_proposed: 'open' },
    ...{ needsReply: 'set', notices: ['took_in'] },
  },
  {
    ...{ id: 'K05', from: ['closed'], event: 'unmerge', actor: 'agent', to: 'before' },
    ...{ needsReply: 'keep', notices: ['unmerged'] },
  },
  {
    ...{ id: 'K06', from: statuses, event: 'give_back', actor: 'agent', to: 'before' },
    ...{ needsReply: 'keep', notices: ['gave_back'] },
  },
]
