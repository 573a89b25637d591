import { unansweredSince } from '../../domain/ball.ts'
import { beforeMerge } from '../../domain/merge.ts'
import type { TicketEvent } from '../../domain/event.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Queryable } from '../../storage/sql.ts'
import { applyEvent, type TicketDeps } from './apply-event.ts'
import type { TicketChange, Verdict } from '../change.ts'
import { lockJoining } from './lock-joining.ts'
import { carryParts, recordMerge, recordUnmerge, returnParts, standingMerge } from './merge-row.ts'
import { unansweredMessages } from './read-messages.ts'
import { readSurvivor, readTicket, relatedTicket } from './read-tickets.ts'
import { actorOf, type AgentActs } from './take-ticket.ts'
import { lockTickets } from './ticket-row.ts'

/**
 * T27: a ticket becomes part of another one, or of what that one is part of. Merges of one client's
 * tickets wait for each other; both tickets are locked in the order of their numbers.
 */
export async function mergeTickets(
  tx: Queryable,
  deps: TicketDeps,
  { into: named, ...acts }: AgentActs & { into: number },
): Promise<Verdict> {
  const { number, agent, now } = acts
  const own = await readTicket(tx, number)
  if (own === null) return { ok: false, reason: 'no_such_ticket' }
  await lockJoining(tx, own.requesterId)
  const root = (await readSurvivor(tx, named))?.number ?? named
  const into = root === number ? named : root
  const locked = await lockTickets(tx, [number, into])
  const ticket = locked.get(number)
  const target = locked.get(into)
  if (ticket === undefined || target === undefined) return { ok: false, reason: 'no_such_ticket' }
  const { mergedInto, requesterId, status } = target
  const by = { agent, actor: actorOf(agent), now }
  const merging = { number: into, mergedInto, requesterId, closed: status === 'closed' }
  const event = { type: 'merge_into', target: merging } as const
  const part = await applyEvent(tx, deps, { ...by, number, event })
  if (!part.ok) return part
  const survivor = await applyEvent(tx, deps, { ...by, number: into, event: takeIn(ticket) })
  if (!survivor.ok) throw new Error(`#${String(into)} did not take in: ${survivor.reason}`)
  await recordMerge(tx, {
    number,
    into,
    agentId: agent.id,
    at: survivor.changes[0].ticket.updatedAt,
    part: beforeMerge(ticket),
    survivor: beforeMerge(target),
    survivorMessages: target.messageCount,
    carried: await carryParts(tx, number, into),
  })
  const isWaiting = unansweredSince(ticket) !== null
  const messages = isWaiting ? await unansweredMessages(tx, number) : []
  return related(tx, part.changes[0], { ...survivor.changes[0], messages })
}

function takeIn(part: Ticket): TicketEvent {
  const { tags } = part
  const needsReplySince = unansweredSince(part)
  return needsReplySince === null
    ? { type: 'take_in', tags }
    : { type: 'take_in_unanswered', tags, needsReplySince }
}

/** Undoes a merge: both tickets are as it found them, but for what happened since. */
export async function unmergeTickets(
  tx: Queryable,
  deps: TicketDeps,
  { number, agent, now }: AgentActs,
): Promise<Verdict> {
  const own = await readTicket(tx, number)
  if (own === null) return { ok: false, reason: 'no_such_ticket' }
  await lockJoining(tx, own.requesterId)
  const into = (await standingMerge(tx, number))?.into
  if (into === undefined) return { ok: false, reason: 'not_merged' }
  await lockTickets(tx, [number, into])
  // Once more: an answer to the client may just have been written.
  const merge = await standingMerge(tx, number)
  if (merge === null) return { ok: false, reason: 'not_merged' }
  const by = { agent, actor: actorOf(agent), now }
  const part = await applyEvent(tx, deps, { ...by, number, event: { type: 'unmerge', merge } })
  if (!part.ok) return part
  const event = { type: 'give_back', merge } as const
  const survivor = await applyEvent(tx, deps, { ...by, number: merge.into, event })
  if (!survivor.ok) throw new Error(`#${String(merge.into)} did not give back: ${survivor.reason}`)
  await recordUnmerge(tx, merge.id, now)
  await returnParts(tx, merge.carried, number)
  return related(tx, part.changes[0], survivor.changes[0])
}

/** The part first; each side is told which the other one is. */
async function related(
  tx: Queryable,
  part: TicketChange,
  survivor: TicketChange,
): Promise<Verdict> {
  return {
    ok: true,
    changes: [
      { ...part, related: await relatedTicket(tx, survivor.ticket) },
      { ...survivor, related: await relatedTicket(tx, part.ticket) },
    ],
  }
}
