import { splitText } from '../../../domain/split-text.ts'
import type { CopyTrace, Outcome } from '../../../services/notifier/outcome.ts'
import type { Content, Outgoing } from '../../../services/notifier/outgoing.ts'
import { maxCaptionLength, maxTextLength } from '../../../services/notifier/plan-effects.ts'
import type { Attempt } from './attempt.ts'
import { bareCaption, reviseCaption } from './caption.ts'
import { cutText } from './cut-text.ts'
import { resolvePlace } from './resolve-place.ts'
import type { At } from './send-anew.ts'
import { reviseText, takeAway } from './text-copy.ts'
import { wordsAmong } from './words-among.ts'

/**
 * Brings the copies of a ticket message up to what its author made of it: the caption of files, or
 * the messages a text was sent as. What was never delivered there is left alone; what cannot be
 * edited any more is sent anew. Of an attempt that breaks off in the middle is kept what it sent.
 */
export async function revise(
  attempt: Attempt,
  { place, message, content, unsent }: Extract<Outgoing, { kind: 'revise' }>,
): Promise<Outcome> {
  const resolved = await resolvePlace(attempt, place)
  if (!resolved.ok) return resolved.outcome
  const known = await attempt.whereabouts.copiesAt(message, resolved.target.chatId)
  if (known.standing.length === 0) return { state: 'sent' }

  const { texts, captions } = wordsAmong(known)
  const [caption, ...others] = captions
  if (texts.length === 0 && caption !== undefined && content.text.length <= maxCaptionLength) {
    return inTurn([
      () => reviseCaption(attempt, place, { message, copy: caption }, content),
      ...others.map((one) => () => bareCaption(attempt, place, one)),
    ])
  }
  const parts = splitText(content, maxTextLength) ?? [cutText(content, maxTextLength)]
  const slot = unsent?.kind === 'say' ? unsent.slot : undefined
  const pieces = parts.map((part, index): Content => {
    return index === parts.length - 1 ? { ...content, ...part } : part
  })
  return inTurn([
    ...pieces.map((piece, index) => () => {
      const at: At = { message, copy: texts[index] }
      const isLast = index === pieces.length - 1
      return reviseText(attempt, place, at, piece, isLast ? slot : undefined)
    }),
    ...texts.slice(parts.length).map((surplus) => () => takeAway(attempt, place, surplus)),
    // Words that have grown out of their file stand in texts of their own.
    ...captions.map((one) => () => bareCaption(attempt, place, one)),
  ])
}

/** One step after the other; the first that does not succeed ends it, with what was sent by then. */
async function inTurn(steps: (() => Promise<Outcome>)[]): Promise<Outcome> {
  const copies: CopyTrace[] = []
  let slot: Extract<Outcome, { state: 'sent' }>['slot']
  for (const step of steps) {
    const outcome = await step()
    copies.push(...(outcome.copies ?? []))
    if (outcome.state !== 'sent') return { ...outcome, copies }
    slot ??= outcome.slot
  }
  return { state: 'sent', copies, ...(slot !== undefined && { slot }) }
}
