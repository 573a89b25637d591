import { join } from '../../domain/formatted.ts'
import { correctUnsent } from './correct-unsent.ts'
import { slotOf, type Outgoing } from './outgoing.ts'
import type { OutboxRow } from './outcome.ts'
import { maxTextLength } from './plan-effects.ts'

type Say = Extract<Outgoing, { kind: 'say' }>

/**
 * What the head of a lane says together with rows behind it: edits of one slot, and those of one
 * message, become the last of them; words that were edited before they left go as they are now;
 * notices of one ticket that follow each other become one message. All of them are settled with the
 * head; until then they stay as they are, so a crash or another attempt merges them again.
 */
export function mergeRows(
  head: OutboxRow,
  behind: readonly OutboxRow[],
): { effect: Outgoing; merged: OutboxRow[] } {
  const corrected = correctUnsent(head, behind)
  if (corrected !== null) return corrected
  let { effect } = head
  const merged: OutboxRow[] = []
  for (const row of behind) {
    const next = mergeEffects(effect, row.effect)
    if (next === 'stop') break
    if (next === 'pass') continue
    effect = next
    merged.push(row)
  }
  return { effect, merged }
}

/** @returns both in one, or whether the rows behind the later one can still be merged */
function mergeEffects(effect: Outgoing, later: Outgoing): Outgoing | 'pass' | 'stop' {
  if (effect.kind === 'put') {
    if (slotOf(later) !== effect.slot) return 'pass'
    // A released slot begins anew after it, so edits before and after must not be mixed.
    return later.kind === 'put' ? { ...effect, content: later.content } : 'stop'
  }
  if (effect.kind === 'revise') {
    if (!('message' in later) || later.message !== effect.message) return 'pass'
    // Its mark is the same, for it stands at the message that was edited.
    return later.kind === 'revise' ? { ...effect, content: later.content } : 'stop'
  }
  if (effect.kind !== 'say') return 'stop'
  return effect.edit === undefined ? mergeNotices(effect, later) : mergeEdits(effect, later)
}

function mergeNotices(effect: Say, later: Outgoing): Outgoing | 'pass' | 'stop' {
  if (later.kind === 'release') return 'pass'
  if (later.kind !== 'say') return 'stop'
  const { joins } = later
  if (joins === undefined || joins.ticket !== effect.joins?.ticket) return 'stop'
  const { buttons = effect.content.buttons } = later.content
  const text = join(effect.content, '\n\n', joins.body)
  if (text.text.length > maxTextLength) return 'stop'
  return { ...effect, content: { ...text, ...(buttons !== undefined && { buttons }) } }
}

/** What a message was at first and what it is at last. */
function mergeEdits(effect: Say, later: Outgoing): Outgoing | 'pass' | 'stop' {
  const before = effect.edit
  if (before === undefined || later.kind !== 'say') return 'pass'
  if (later.edit?.message !== before.message) return 'pass'
  const { now } = later.edit
  const content = join(before.before, now)
  if (content.text.length > maxTextLength) return 'stop'
  return { ...effect, content, edit: { ...before, now } }
}
