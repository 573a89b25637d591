import { statement, type Queryable } from '../../storage/sql.ts'

export interface PassTimeDeps {
  db: Queryable
  now: () => Date
  /** Moves the clock that `now` reads. */
  moveTo: (at: Date) => void
  /** Does what is due. */
  tick: () => Promise<void>
  /** Waits until what was decided is sent. */
  settle: () => Promise<void>
}

const selectNext = statement<{ at: Date | null }>(
  'deadline_next',
  `select least(
     (select min(fires_at) from timer where fires_at > $1),
     (select min(next_at) from sla_clock where next_at > $1)) as at`,
)

/** When a timer is due next, or a promise is about to be broken; null: no ticket waits for anything. */
export async function nextDeadline(db: Queryable, now: Date): Promise<Date | null> {
  const [row] = await selectNext(db, now)
  return row?.at ?? null
}

const mostDeadlines = 10_000

/**
 * Lets time pass as if the desk had run all the while: deadline after deadline, so that a client is
 * reminded before his ticket closes and nobody is told of everything at once.
 *
 * @param until a moment in the future
 */
export async function passTime(deps: PassTimeDeps, until: Date): Promise<void> {
  // Others may have moved the clock while this waited for its turn.
  if (until <= deps.now()) return
  for (let count = 0; count < mostDeadlines; count += 1) {
    const next = await nextDeadline(deps.db, deps.now())
    const isLast = next === null || next >= until
    deps.moveTo(isLast ? until : next)
    await deps.tick()
    await deps.settle()
    if (isLast) return
  }
  throw new Error(`More than ${String(mostDeadlines)} deadlines before ${until.toISOString()}`)
}
