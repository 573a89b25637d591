import type { Notice } from './decision.ts'
import type { Actor, TicketEvent } from './event.ts'
import type { TicketStatus } from './ticket.ts'

/** A row of the table of domain rules: what an event of an actor does in a status. */
export interface Transition {
  id: string
  from: readonly TicketStatus[]
  event: TicketEvent['type']
  actor: Actor['kind']
  /** `same`: the status stays. A map where it depends on the status before. */
  to: TicketStatus | 'same' | Partial<Record<TicketStatus, TicketStatus>>
  /** What becomes of "a client message waits for an answer". */
  needsReply: 'keep' | 'set' | 'clear'
  /** Begins the waiting cycle of `pending` and `solution_proposed` anew. */
  restartsWaiting?: true
  /** Counts as another request or proposal, so that buttons of older ones are stale. */
  newProposal?: true
  /** The agent who causes it becomes the assignee when there is none. */
  assignsActor?: true
  notices: readonly Notice[]
}

const live = ['new', 'open', 'pending', 'postponed', 'in_development', 'solution_proposed'] as const

const byAgent = { actor: 'agent', assignsActor: true } as const
const byClient = { actor: 'client' } as const

/** One row for each (status, event, actor); T01, the creation, is open-ticket.ts. */
export const transitions: readonly Transition[] = [
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
    ...{ id: 'T06', from: ['pending'], event: 'message', ...byClient, to: 'open' },
    ...{ needsReply: 'set', notices: ['client_wrote'] },
  },
  {
    ...{ id: 'T07', from: ['pending', 'solution_proposed'], event: 'message_ack', ...byClient },
    ...{ to: 'same', needsReply: 'keep', restartsWaiting: true, notices: ['client_thanked'] },
  },
  {
    id: 'T19',
    from: ['new', 'open', 'pending', 'postponed', 'in_development'],
    ...{ event: 'propose_solution', ...byAgent, to: 'solution_proposed', needsReply: 'clear' },
    ...{ restartsWaiting: true, newProposal: true },
    notices: ['solution_proposed'],
  },
  {
    ...{ id: 'T20', from: ['solution_proposed'], event: 'accept_solution', ...byClient },
    ...{ to: 'closed', needsReply: 'clear', notices: ['solution_accepted', 'rating_asked'] },
  },
  {
    ...{ id: 'T21', from: ['solution_proposed'], event: 'reject_solution', ...byClient },
    ...{ to: 'open', needsReply: 'set', notices: ['solution_rejected'] },
  },
  {
    ...{ id: 'T22', from: ['solution_proposed'], event: 'message', ...byClient, to: 'open' },
    ...{ needsReply: 'set', notices: ['solution_rejected'] },
  },
  {
    ...{ id: 'T23', from: ['solution_proposed'], event: 'withdraw_solution', ...byAgent },
    ...{ to: 'open', needsReply: 'keep', notices: ['solution_withdrawn'] },
  },
  {
    ...{ id: 'T28', from: ['new', 'open'], event: 'message', ...byClient, to: 'same' },
    ...{ needsReply: 'set', notices: ['client_wrote'] },
  },
  {
    ...{ id: 'T35', from: live, event: 'reassign', actor: 'agent', to: 'same' },
    ...{ needsReply: 'keep', notices: ['reassigned'] },
  },
]

const index = new Map(
  transitions.flatMap((row) => row.from.map((from) => [`${from} ${row.event} ${row.actor}`, row])),
)

/** The row for an event of an actor in a status, or undefined when the table has none. */
export function findTransition(
  from: TicketStatus,
  event: TicketEvent['type'],
  actor: Actor['kind'],
): Transition | undefined {
  return index.get(`${from} ${event} ${actor}`)
}

/** The status after a transition. */
export function statusAfter({ to }: Transition, from: TicketStatus): TicketStatus {
  if (to === 'same') return from
  return typeof to === 'string' ? to : (to[from] ?? from)
}
