import type { Change } from '../../src/services/change.ts'
import { mergeTickets, unmergeTickets } from '../../src/services/tickets/merge-tickets.ts'
import { splitTicket } from '../../src/services/tickets/split-ticket.ts'
import type { Queryable } from '../../src/storage/sql.ts'
import type { Act } from './model-acts.ts'
import type { JoinStep, Step } from './model-steps.ts'

export function isJoin(step: Step): step is JoinStep {
  return step.do === 'merge' || step.do === 'unmerge' || step.do === 'split'
}

/**
 * Makes one ticket of two, or two of one.
 *
 * @param other another ticket of the same client
 * @returns what changed: nothing when it was refused
 */
export async function joinOrPart(
  tx: Queryable,
  { deps, agents, number, now }: Act,
  step: JoinStep,
  other: number,
): Promise<Change[]> {
  const acts = { number, agent: agents[step.agent]!, now }
  if (step.do === 'split') {
    const place = await placeOfLast(tx, number)
    const verdict = await splitTicket(tx, deps, { ...acts, place, subject: '' })
    return verdict.ok ? verdict.changes : []
  }
  const verdict =
    step.do === 'merge'
      ? await mergeTickets(tx, deps, { ...acts, into: other })
      : await unmergeTickets(tx, deps, acts)
  return verdict.ok ? verdict.changes : []
}

/** Where the newest message of a ticket stands, whoever wrote it. */
async function placeOfLast(tx: Queryable, number: number) {
  const { rows } = await tx.query({
    text: `select c.chat_id as "chatId", c.telegram_message_id as "messageId"
           from message m join message_copy c on c.message_id = m.id
           where m.ticket_number = $1 order by m.id desc limit 1`,
    values: [number],
  })
  return (rows[0] ?? { chatId: 0, messageId: 0 }) as { chatId: number; messageId: number }
}
