import type { BeforeMerge, MadeMerge } from '../../domain/merge.ts'
import { jsonText } from '../../storage/json-text.ts'
import { statement, type Queryable } from '../../storage/sql.ts'

const insert = statement(
  'merge_add',
  `insert into merge (ticket_number, into_number, agent_id, at, part_before, survivor_before,
                      survivor_messages, carried)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

/** Keeps what undoing a merge needs. */
export async function recordMerge(
  tx: Queryable,
  merge: {
    number: number
    into: number
    agentId: number
    at: Date
    part: BeforeMerge
    survivor: BeforeMerge
    survivorMessages: number
    carried: number[]
  },
): Promise<void> {
  await insert(
    tx,
    merge.number,
    merge.into,
    merge.agentId,
    merge.at,
    jsonText(merge.part),
    jsonText(merge.survivor),
    merge.survivorMessages,
    merge.carried,
  )
}

/** JSON has no dates; merges of earlier versions do not say whether a solution was undecided. */
type Stored = Omit<Dateless, 'undecidedSince'> & Partial<Pick<Dateless, 'undecidedSince'>>
type Dateless = {
  [Field in keyof BeforeMerge]: BeforeMerge[Field] extends Date | null
    ? string | null
    : BeforeMerge[Field]
}

interface MergeRow {
  id: number
  into: number
  at: Date
  part: Stored
  survivor: Stored
  carried: number[]
  survivorMerged: boolean
  tookInLater: boolean
  answered: boolean
  wroteAt: Date | null
}

const select = statement<MergeRow>(
  'merge_standing',
  `select g.id, g.into_number as into, g.at, g.part_before as part,
     g.survivor_before as survivor, g.carried, k.merged_into is not null as "survivorMerged",
     exists (select from merge later where later.into_number = g.into_number
               and later.id > g.id and later.undone_at is null) as "tookInLater",
     exists (select from message m where m.ticket_number = g.into_number and m.kind = 'public'
               and m.author = 'agent' and m.seq > g.survivor_messages) as answered,
     (select min(m.recorded_at) from message m where m.ticket_number = g.into_number
        and m.kind = 'public' and m.author = 'client' and not m.is_ack
        and m.seq > g.survivor_messages) as "wroteAt"
   from merge g join ticket k on k.number = g.into_number
   where g.ticket_number = $1 and g.undone_at is null order by g.id desc limit 1`,
)

interface StandingMerge extends MadeMerge {
  id: number
  into: number
  /** What was part of the ticket before and became part of the survivor with it. */
  carried: number[]
}

/** The merge that made a ticket part of another one, or null when it is part of none. */
export async function standingMerge(tx: Queryable, number: number): Promise<StandingMerge | null> {
  const [row] = await select(tx, number)
  if (row === undefined) return null
  const { at, part, survivor, ...rest } = row
  return { ...rest, mergedAt: at, part: withDates(part), survivor: withDates(survivor) }
}

function withDates(stored: Stored): BeforeMerge {
  const { needsReplySince, postponedUntil, developmentDueAt } = stored
  return {
    ...stored,
    needsReplySince: dateOf(needsReplySince),
    undecidedSince: dateOf(stored.undecidedSince ?? null),
    postponedUntil: dateOf(postponedUntil),
    developmentDueAt: dateOf(developmentDueAt),
  }
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

const updateUndone = statement('merge_undone', `update merge set undone_at = $2 where id = $1`)

export async function recordUnmerge(tx: Queryable, id: number, now: Date): Promise<void> {
  await updateUndone(tx, id, now)
}

const updateCarried = statement<{ number: number }>(
  'merge_carry',
  `update ticket set merged_into = $2 where merged_into = $1 returning number`,
)

/** What was part of a ticket is part of its survivor from now on, so that paths have one step. */
export async function carryParts(tx: Queryable, from: number, into: number): Promise<number[]> {
  return (await updateCarried(tx, from, into)).map(({ number }) => number)
}

const updateReturned = statement(
  'merge_return',
  `update ticket set merged_into = $2 where number = any($1)`,
)

export async function returnParts(tx: Queryable, parts: number[], to: number): Promise<void> {
  await updateReturned(tx, parts, to)
}
