/** Why a call has no result, by what is known of its fate. */
export type Failure =
  /** Telegram answered `ok: false`. */
  | {
      kind: 'refused'
      code: number
      description: string
      parameters: { retryAfterSeconds?: number; migrateToChatId?: number }
    }
  /** Certainly not carried out: it failed before a byte of it left. */
  | { kind: 'not_sent'; cause: Error }
  /** Bytes left and no readable answer came: Telegram may have carried it out. */
  | { kind: 'ambiguous'; cause: Error }

export type Answer<Result = unknown> =
  { ok: true; result: Result } | { ok: false; failure: Failure }

/** One line for a log or a row's error. */
export function describeFailure(failure: Failure): string {
  return failure.kind === 'refused'
    ? `${failure.code}: ${failure.description}`
    : `${failure.kind}: ${failure.cause.message}`
}
