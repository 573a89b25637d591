import type { TestDesk } from './desk.ts'
import { openTicket, type OpenedTicket } from './opened-ticket.ts'

/** Two tickets of one client: one is going to become part of the other. */
export interface TwoTickets {
  survivor: OpenedTicket
  part: OpenedTicket
}

export async function openTwoTickets(
  desk: TestDesk,
  subjects: [survivor: string, part: string],
): Promise<TwoTickets> {
  const [first, second] = subjects
  const survivor = await openTicket(desk, { subject: first })
  const part = await openTicket(desk, { subject: second, client: survivor.client })
  return { survivor, part }
}

/** The same, and the merge has been made and told. */
export async function openMergedTickets(
  desk: TestDesk,
  subjects: [survivor: string, part: string],
): Promise<TwoTickets> {
  const two = await openTwoTickets(desk, subjects)
  two.part.say(`/merge ${String(two.survivor.number)}`)
  await two.part.staffReads('This ticket is now part of')
  await two.survivor.clientReads(`#${String(two.part.number)} is now part of`)
  return two
}

export interface MergeState {
  status: string
  mergedInto: number | null
  tags: string[]
  needsReplySince: Date | null
  assigneeId: number | null
  closureNo: number
}

/** What undoing a merge has to bring back. */
export async function mergeStateOf(desk: TestDesk, { number }: OpenedTicket): Promise<MergeState> {
  const { rows } = await desk.db.database.pool.query<MergeState>(
    `select status, merged_into as "mergedInto", tags, needs_reply_since as "needsReplySince",
       assignee_id as "assigneeId", closure_no as "closureNo" from ticket where number = $1`,
    [number],
  )
  const [state] = rows
  if (state === undefined) throw new Error(`There is no ticket ${String(number)}`)
  return state
}
