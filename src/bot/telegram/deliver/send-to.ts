import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing, Place } from '../../../services/notifier/outgoing.ts'
import type { Answer } from '../calls/failure.ts'
import { judge, type Verdict } from '../calls/verdict.ts'
import type { Attempt } from './attempt.ts'
import { noteDoubt } from './doubt.ts'
import type { Ease, Rung } from './ease.ts'
import { outcomeOf, type Target } from './outcome-of.ts'
import { closeAgain, repair } from './repair.ts'
import { resolvePlace } from './resolve-place.ts'

export type Sending<Result> =
  | { ok: true; result: Result; target: Target }
  | { ok: false; kind: Verdict['kind'] | 'no_place'; outcome: Outcome; target?: Target }

/** Enough for every rung of the ladder and a repair of the place. */
const maxRepairs = 6

/**
 * Resolves the place and sends, repairs and sends again.
 *
 * @param send one try; its failure decides what is repaired
 * @param options.ownSlot the slot the effect itself is about to fill
 * @param options.rungs what can be left out of it when it is refused
 * @param options.copyOf the ticket message of which this makes a copy
 * @returns on failure the class, for callers that know an answer to it, and the outcome for the rest
 */
export async function sendTo<Result>(
  attempt: Attempt,
  place: Place,
  send: (target: Target, ease: Ease) => Promise<Answer<Result>>,
  {
    ownSlot = null,
    rungs = [],
    copyOf,
  }: { ownSlot?: string | null; rungs?: readonly Rung[]; copyOf?: number | undefined } = {},
): Promise<Sending<Result>> {
  let ease: Ease = {}
  for (let repairs = 0; ; repairs += 1) {
    const resolved = await resolvePlace(attempt, place, ownSlot)
    if (!resolved.ok) return { ok: false, kind: 'no_place', outcome: resolved.outcome }
    const { target } = resolved
    const answer = await send(target, ease)
    if (answer.ok) {
      await closeAgain(attempt, place, target)
      return { ok: true, result: answer.result, target }
    }
    const verdict = fitting(attempt, judge(answer.failure, { attempts: attempt.row.attempts }))
    const repaired =
      repairs < maxRepairs ? await repair(attempt, verdict, { place, target, ease, rungs }) : null
    if (repaired === null) {
      const outcome = await outcomeOf(attempt, verdict, answer.failure, target)
      const isInDoubt = outcome.state === 'unknown' && place.kind === 'person'
      if (isInDoubt && copyOf !== undefined) await noteDoubt(attempt, copyOf)
      return { ok: false, kind: verdict.kind, outcome, target }
    }
    ease = repaired
  }
}

const withWords: readonly Outgoing['kind'][] = ['copy', 'files', 'say']

/**
 * That nothing had to be changed, or a button pressed long ago, is no answer to a new message: it was
 * not sent, and taken at its word it would be lost in silence.
 */
function fitting({ row }: Attempt, verdict: Verdict): Verdict {
  const isOfOtherCalls = verdict.kind === 'done' || verdict.kind === 'callback_expired'
  if (!isOfOtherCalls || !withWords.includes(row.effect.kind)) return verdict
  return { kind: 'bad_content', unlisted: true }
}
