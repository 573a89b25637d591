export const updateEnds = ['done', 'ignored', 'dead'] as const
export type UpdateEnd = (typeof updateEnds)[number]

/** `flood` is a 429; `ambiguous`: bytes left, and no readable answer came. */
export const callEnds = ['ok', 'flood', 'refused', 'not_sent', 'ambiguous'] as const
export type CallEnd = (typeof callEnds)[number]

/** Why a call of the webhook was not answered with 200. */
export const webhookRefusals = ['secret', 'too_large', 'not_json', 'busy', 'not_stored'] as const
export type WebhookRefusal = (typeof webhookRefusals)[number]

export const rowEnds = ['sent', 'merged', 'dead', 'unknown'] as const
export type RowEnd = (typeof rowEnds)[number]

type Counts<Kind extends string> = Record<Kind, number>

/** What happened since the start, in numbers that only grow. */
export interface Tally {
  readonly updates: Counts<UpdateEnd>
  /** By method of the Bot API. */
  readonly calls: ReadonlyMap<string, Counts<CallEnd>>
  readonly webhookRefused: Counts<WebhookRefusal>
  readonly rows: Counts<RowEnd>
  updatesEnded(end: UpdateEnd, count: number): void
  callEnded(method: string, end: CallEnd): void
  refusedWebhook(reason: WebhookRefusal): void
  rowsEnded(end: RowEnd, count: number): void
}

export function createTally(): Tally {
  const updates = zeros(updateEnds)
  const calls = new Map<string, Counts<CallEnd>>()
  const webhookRefused = zeros(webhookRefusals)
  const rows = zeros(rowEnds)
  return {
    updates,
    calls,
    webhookRefused,
    rows,
    updatesEnded(end, count) {
      updates[end] += count
    },
    callEnded(method, end) {
      const counts = calls.get(method) ?? zeros(callEnds)
      counts[end] += 1
      calls.set(method, counts)
    },
    refusedWebhook(reason) {
      webhookRefused[reason] += 1
    },
    rowsEnded(end, count) {
      rows[end] += count
    },
  }
}

/** A counter that begins at 0 shows its first step; one that appears with 1 does not. */
function zeros<Kind extends string>(kinds: readonly Kind[]): Counts<Kind> {
  return Object.fromEntries(kinds.map((kind) => [kind, 0])) as Counts<Kind>
}
