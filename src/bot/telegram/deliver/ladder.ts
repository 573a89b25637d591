import type { Verdict } from '../calls/verdict.ts'
import type { Ease, Rung } from './ease.ts'

/** A refusal that names what is wrong is answered by leaving out just that. */
const cures: Partial<Record<Verdict['kind'], Rung>> = {
  reply_gone: 'withoutReply',
  quote_gone: 'withoutQuote',
  unparsable: 'withoutEntities',
  bad_buttons: 'withoutButtons',
  photo_dimensions: 'asDocument',
  too_long: 'asDocument',
}

/** These are always there to leave out, or Telegram would not complain of them. */
const always: readonly Rung[] = ['withoutReply', 'withoutQuote', 'withoutEntities']

/**
 * The next rung of the ladder: with how much less a message is sent after a refusal. Whatever else
 * its reason, as much of it as Telegram takes shall arrive, so everything that is not the words is
 * left out, one thing after the other.
 *
 * @param rungs what this message has that can be left out, in that order
 * @returns null when nothing is left to try
 */
export function nextRung(verdict: Verdict, ease: Ease, rungs: readonly Rung[]): Ease | null {
  const cure = cures[verdict.kind]
  if (cure !== undefined && !ease[cure] && (always.includes(cure) || rungs.includes(cure))) {
    return { ...ease, [cure]: true }
  }
  if (!isOpen(verdict)) return null
  const next = rungs.find((rung) => rung !== 'asDocument' && !ease[rung])
  return next === undefined ? null : { ...ease, [next]: true }
}

/** Whether the message may be taken with less; of most listed refusals it is known that it is not. */
function isOpen(verdict: Verdict): boolean {
  if (verdict.kind === 'bad_content') return verdict.unlisted === true
  return verdict.kind in cures
}

/**
 * Whether Telegram does not take a message as it is: certainly not sent, and what it says may still
 * arrive in another form.
 */
export function isContentRefusal(kind: Verdict['kind'] | 'no_place'): boolean {
  return kind === 'bad_content' || kind === 'copy_gone' || kind === 'edit_gone' || kind in cures
}
