import type { Priority } from '../ticket.ts'

/** What a desk promises, in working time. */
export interface SlaPolicy {
  firstResponseMs: number
  nextResponseMs: number
  resolutionMs: Readonly<Record<Priority, number>>
}

const hourMs = 3_600_000

/** The one policy of a desk: both kinds of answer within its reply limit. */
export function slaPolicyOf({ replyLimitMs }: { replyLimitMs: number }): SlaPolicy {
  return {
    ...{ firstResponseMs: replyLimitMs, nextResponseMs: replyLimitMs },
    resolutionMs: { urgent: 4 * hourMs, high: 8 * hourMs, normal: 24 * hourMs, low: 72 * hourMs },
  }
}
