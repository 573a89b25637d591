import type { Priority } from '../ticket.ts'

/** What a desk promises, in working time. */
export interface SlaPolicy {
  firstResponseMs: number
  nextResponseMs: number
  resolutionMs: Readonly<Record<Priority, number>>
}

/** The one policy of a desk: a later answer is promised within its reply limit. */
export function slaPolicyOf({
  firstResponseMs,
  replyLimitMs,
  resolutionMs,
}: Pick<SlaPolicy, 'firstResponseMs' | 'resolutionMs'> & { replyLimitMs: number }): SlaPolicy {
  return { firstResponseMs, nextResponseMs: replyLimitMs, resolutionMs }
}
