export type Actor =
  | { kind: 'client'; personId: number }
  | { kind: 'agent'; agentId: number; supervisor: boolean }
  | { kind: 'system' }

/** What can happen to a ticket that exists. Creation is `openTicket` in open-ticket.ts. */
export type TicketEvent =
  | { type: 'claim' }
  | ({ type: 'reply' } & PublicAnswer)
  | ({ type: 'request_info' } & PublicAnswer)
  | ({ type: 'propose_solution' } & PublicAnswer)
  | { type: 'withdraw_solution' }
  /** `text` is kept as the reason when it rejects a solution by implication. */
  | { type: 'message'; text: string }
  | { type: 'message_ack' }
  | { type: 'accept_solution'; proposalNo: number }
  | { type: 'reject_solution'; proposalNo: number; reason: string }
  | { type: 'reassign'; toAgentId: number }

/** What an agent knew when he wrote to the client. */
export interface PublicAnswer {
  /** When he wrote: a ticket that a colleague took meanwhile is refused. */
  writtenAt?: Date
  /** The newest client message he can have seen; left out, it goes out all the same. */
  lastSeenMessageAt?: Date
}
