import { join } from '../../../domain/formatted.ts'
import { isLastAttempt, type Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { maxTextLength } from '../../../services/notifier/plan-effects.ts'
import type { Attempt } from './attempt.ts'
import { cutText } from './cut-text.ts'
import { isUndelivered, markFailed, markOf, undelivered } from './delivery-mark.ts'
import type { Ended } from './in-order.ts'
import { retryMs } from './outcome-of.ts'
import { wordsWith } from './show-in-parts.ts'

type Failed = Extract<Ended, { state: 'dead' | 'unknown' }>

/**
 * What follows from an effect that ended without being sent, or without anybody knowing: whoever
 * waits for it is told. An agent at his message, of a client's words the staff; nothing that somebody
 * wrote ends in silence.
 */
export async function afterFailure(
  attempt: Attempt,
  effect: Outgoing,
  ended: Failed,
): Promise<Outcome> {
  if (ended.state === 'unknown' && !isLastAttempt(attempt.row)) return ended
  const mark = markOf(effect)
  // Who waits for a mark reads there what became of it.
  const elsewhere = mark === undefined ? await tellOfLost(attempt, effect, ended) : []
  if (elsewhere.length === 0 && mayBeOverSoon(attempt, ended)) {
    return { state: 'retry', afterMs: retryMs(attempt), error: ended.error }
  }
  attempt.log.warn(
    { outboxId: attempt.row.id, kind: effect.kind, state: ended.state, error: ended.error },
    'An effect was not delivered',
  )
  const { unshown: _files, ...outcome } = ended
  const isNoNews = attempt.recipientGone || elsewhere.length > 0 || mark !== undefined
  if (isNoNews) outcome.told = true
  if (mark === undefined) return withFollowUps(outcome, elsewhere)
  const isPart = 'part' in effect
  // Of several parts the first that fails says why.
  if (isPart && (await isUndelivered(attempt, mark))) return outcome
  const marks = await markFailed(attempt, mark, await reasonOf(attempt, effect, ended))
  const told = withFollowUps(outcome, marks)
  const isPartial = isPart || (ended.copies ?? []).length > 0
  return isPartial ? { ...told, slot: undelivered(mark) } : told
}

/** Some two minutes of pauses that grow. */
const maxOddRefusals = 8

/** In the staff group nothing is given up easily; but a part that arrived would come twice. */
function mayBeOverSoon({ isOddlyRefused, row }: Attempt, { copies = [] }: Failed): boolean {
  return isOddlyRefused && copies.length === 0 && row.attempts < maxOddRefusals
}

async function reasonOf(attempt: Attempt, effect: Outgoing, ended: Failed): Promise<string> {
  const { remarks, recipientGone } = attempt
  if (ended.state === 'unknown') return remarks.uncertain()
  if (recipientGone) return remarks.unreachable()
  const hasArrived = (ended.copies ?? []).length > 0
  const lost = new Set(ended.unshown?.map(({ fileId }) => fileId))
  if (!hasArrived || !('message' in effect)) {
    return remarks.refused(ended.error)
  }
  const { attachments } = await attempt.wordsOf(effect.message)
  const things = attachments.filter(({ fileId }) => fileId === null || lost.has(fileId))
  const list = things.map(({ kind, name }) => remarks.thing(kind, name)).join(', ')
  return list === '' ? remarks.refused(ended.error) : remarks.partly(list, ended.error)
}

/**
 * A client's words that cannot be shown in their topic are shown in General; of an agent's that do
 * not reach the client, within a notice, he is told where he wrote them.
 */
async function tellOfLost(attempt: Attempt, effect: Outgoing, ended: Failed): Promise<Outgoing[]> {
  const isWords = effect.kind === 'copy' || effect.kind === 'files' || effect.kind === 'say'
  if (!isWords) return []
  const about = effect.kind === 'say' ? effect.about : undefined
  const message = about ?? effect.message
  if (message === undefined) return []
  if (effect.place.kind === 'person') return tellAuthor(attempt, effect, message, ended)
  if (effect.place.kind !== 'topic') return []
  const words = await attempt.wordsOf(message)
  const { author, ticketNumber } = words
  const lead = attempt.remarks.lost(ticketNumber, author.name, ended.error)
  // An edit shows more than the message says now.
  const shown =
    about !== undefined && effect.kind === 'say'
      ? effect.content
      : wordsWith(attempt, words, words.attachments, { lead: false })
  const all = join(lead, '\n\n', shown)
  const content = cutText(all, maxTextLength)
  return [{ kind: 'say', place: { kind: 'staff' }, content }]
}

async function tellAuthor(
  attempt: Attempt,
  effect: Outgoing,
  message: number,
  ended: Failed,
): Promise<Outgoing[]> {
  const staffId = attempt.staffChat.id()
  if (staffId === null) return []
  const { sources } = await attempt.whereabouts.copiesAt(message, staffId)
  const [messageId] = sources
  if (messageId === undefined) return []
  const at = { chatId: staffId, messageId }
  return markFailed(attempt, at, await reasonOf(attempt, effect, ended))
}

/** Adds effects to those that an outcome leaves. */
export function withFollowUps(
  outcome: Exclude<Outcome, { state: 'retry' }>,
  effects: Outgoing[],
): Exclude<Outcome, { state: 'retry' }> {
  if (effects.length === 0) return outcome
  return { ...outcome, followUps: [...(outcome.followUps ?? []), ...effects] }
}
