import { createDuty, type Duty } from '../duty.ts'
import type { OutboxRow } from './outcome.ts'

export interface RescueDeps {
  /** Ids of unfinished rows, in order, a page after an id. */
  unfinished: (afterId: number, limit: number) => Promise<number[]>
  /** Makes rows ready to be sent; returns those that are to be. */
  takeUp: (ids: number[]) => Promise<OutboxRow[]>
  /** Whether this program has the row in its hands. */
  holds: (id: number) => boolean
  offer: (rows: OutboxRow[]) => void
  log: Record<'warn', (fields: object, message: string) => void>
  everyMs?: number
}

const pageSize = 1_000

/**
 * Finds rows of the outbox that nobody holds: the answer to their commit was lost, so nobody was
 * told of them. A look costs one page of an index, however many rows wait. What two looks find in
 * nobody's hands is taken up; a row committed a moment ago has been offered by then, and if not, the
 * second offer is left out.
 */
export function createRescue({ everyMs = 2_000, log, ...deps }: RescueDeps): Duty {
  let isStopped = false
  let suspects: number[] = []
  let after = 0

  async function look(): Promise<void> {
    const lost = suspects.filter((id) => !deps.holds(id))
    suspects = []
    if (lost.length > 0) {
      const rows = await deps.takeUp(lost)
      if (rows.length > 0 && !isStopped) {
        log.warn({ rows: rows.length, firstId: rows[0]?.id }, 'Rows nobody held are sent now')
        deps.offer(rows)
      }
    }
    const page = await deps.unfinished(after, pageSize)
    suspects = page.filter((id) => !deps.holds(id))
    after = page.length < pageSize ? 0 : (page.at(-1) ?? 0)
  }

  const duty = createDuty(look, {
    everyMs,
    failed: (error) => log.warn({ err: error }, 'Rows nobody holds cannot be looked for'),
  })
  return {
    start: duty.start,
    stop() {
      isStopped = true
      return duty.stop()
    },
  }
}
