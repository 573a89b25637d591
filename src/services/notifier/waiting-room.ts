import { messageOf } from './outgoing.ts'
import type { OutboxRow } from './outcome.ts'

/**
 * Where notices wait that do not leave at once, before the dispatcher gets them in their order. What
 * belongs to a message that waits, an edit or a late part of it, waits with it; but whoever takes it
 * back need not wait: then all of it goes to the dispatcher, which sends none of it.
 */
export interface WaitingRoom {
  offer(rows: OutboxRow[]): void
  /** Somebody is awake: what waits for him because of his quiet hours leaves now. */
  awake(lane: string): void
  /** The clock was moved: what waits may be due. */
  lookAgain(): void
  /** Whether a row waits here. */
  holds(id: number): boolean
  /** Rows that wait here. */
  size(): number
  stop(): void
}

/** Longer waits are cut into such pieces: a timer takes no more than 24 days. */
const longestMs = 3_600_000

export function createWaitingRoom(
  pass: (rows: OutboxRow[]) => void,
  now: () => number = Date.now,
): WaitingRoom {
  const lanes = new Map<string, { rows: Waiting[]; timer: NodeJS.Timeout | undefined }>()
  const held = new Set<number>()

  /** What came later for company leaves with the first of it. */
  const isDue = ({ row, until }: Waiting) => until <= now() || isForCompany(row)

  /** Lets out, in their order, those that need not wait. */
  function release(lane: string, isFree: (waiting: Waiting) => boolean): OutboxRow[] {
    const waiting = lanes.get(lane)
    if (waiting === undefined) return []
    clearTimeout(waiting.timer)
    const free = waiting.rows.filter(isFree).map(({ row }) => row)
    for (const { id } of free) held.delete(id)
    waiting.rows = waiting.rows.filter((one) => !isFree(one))
    if (waiting.rows.length === 0) lanes.delete(lane)
    else schedule(lane)
    return free
  }

  /** Until when the message waits of which a row is a part; 0 when it does not. */
  function ownUntil(row: OutboxRow): number {
    const own = (lanes.get(row.lane)?.rows ?? []).filter((one) => isOfSame(one.row, row))
    return Math.max(0, ...own.map(({ until }) => until))
  }

  function schedule(lane: string): void {
    const waiting = lanes.get(lane)
    if (waiting === undefined) return
    const soonest = Math.min(...waiting.rows.map(({ until }) => until))
    const waitMs = Math.min(Math.max(soonest - now(), 0), longestMs)
    clearTimeout(waiting.timer)
    waiting.timer = setTimeout(() => pass(release(lane, isDue)), waitMs)
  }

  function keep(row: OutboxRow, until: number): void {
    if (held.has(row.id)) return
    held.add(row.id)
    const waiting = lanes.get(row.lane) ?? { rows: [], timer: undefined }
    waiting.rows.push({ row, until })
    lanes.set(row.lane, waiting)
    schedule(row.lane)
  }

  return {
    offer(rows) {
      const free: OutboxRow[] = []
      for (const row of rows) {
        const until = row.effect.kind === 'unsend' ? 0 : Math.max(untilOf(row), ownUntil(row))
        if (until > now()) keep(row, until)
        else {
          // What waits only for company goes before it, and what is left of the same message.
          const goes = ({ row: one }: Waiting) => isForCompany(one) || isOfSame(one, row)
          free.push(...release(row.lane, goes), row)
        }
      }
      if (free.length > 0) pass(free)
    },
    awake(lane) {
      const free = release(lane, () => true)
      if (free.length > 0) pass(free)
    },
    lookAgain() {
      for (const lane of lanes.keys()) schedule(lane)
    },
    holds: (id) => held.has(id),
    size: () => held.size,
    stop() {
      for (const { timer } of lanes.values()) clearTimeout(timer)
      lanes.clear()
      held.clear()
    },
  }
}

interface Waiting {
  row: OutboxRow
  /** In milliseconds. */
  until: number
}

function isOfSame(one: OutboxRow, other: OutboxRow): boolean {
  const message = messageOf(one.effect)
  return message !== undefined && message === messageOf(other.effect)
}

function isForCompany({ effect }: OutboxRow): boolean {
  return effect.hold?.kind === 'company'
}

/** In milliseconds; what does not wait could always leave. */
function untilOf({ effect: { hold } }: OutboxRow): number {
  return hold === undefined ? 0 : Date.parse(hold.until)
}
