import { subjectOf } from './subject.ts'
import type { Priority, Ticket } from './ticket.ts'

/** What is known of a ticket before it begins. */
export interface TicketDraft {
  typeKey: string
  /** Shown as subject when only files came. */
  typeTitle: string
  priority: Priority
  requesterId: number
  keyData: Record<string, string>
  description: string
  /** The closed ticket it goes on from. */
  followUpOf?: number | null
  /** The ticket out of which it is taken. */
  splitFrom?: number | null
}

/** T01: the ticket as it begins. Its number is given by the database. */
export function newTicket(draft: TicketDraft, now: Date): Ticket {
  const { typeKey, priority, requesterId, keyData } = draft
  return {
    number: 0,
    typeKey,
    priority,
    requesterId,
    keyData,
    subject: subjectOf(draft.description) || draft.typeTitle,
    status: 'new',
    needsReplySince: now,
    enteredAt: now,
    createdAt: now,
    updatedAt: now,
    assigneeId: null,
    assignedAt: null,
    lastAgentActionAt: null,
    lastActingAgentId: null,
    waitingSince: null,
    undecidedSince: null,
    proposalNo: 0,
    closureNo: 0,
    closeReason: null,
    closedAt: null,
    reopenCount: 0,
    messageCount: 0,
    version: 1,
    tags: [],
    mergedInto: null,
    remindedAt: null,
    postponedUntil: null,
    development: null,
    developmentDueAt: null,
    lastPublicMessageAt: now,
    disciplinedAt: null,
    firstResponseAt: null,
    followUpOf: draft.followUpOf ?? null,
    splitFrom: draft.splitFrom ?? null,
  }
}

/** T02: the ticket as an agent opens it for a client, to whom he has written already. */
export function newTicketByAgent(draft: TicketDraft, agentId: number, now: Date): Ticket {
  return {
    ...newTicket(draft, now),
    status: 'open',
    needsReplySince: null,
    firstResponseAt: now,
    assigneeId: agentId,
    assignedAt: now,
    lastAgentActionAt: now,
    lastActingAgentId: agentId,
  }
}
