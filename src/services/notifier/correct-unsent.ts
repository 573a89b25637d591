import { messageOf, type Outgoing } from './outgoing.ts'
import type { OutboxRow } from './outcome.ts'

type Say = Extract<Outgoing, { kind: 'say' }>
type Files = Extract<Outgoing, { kind: 'files' }>
type Revise = Extract<Outgoing, { kind: 'revise' }>

/**
 * The words of a message that its author edited before they left: they go out as they are now, once.
 * The rows that would have sent the rest of the old words, and the edits, are settled with the head.
 * If some of the words stand there already, these are edited and the rest follows (`unsent`).
 *
 * @returns null when nothing corrects the head
 */
export function correctUnsent(
  { effect: head }: OutboxRow,
  behind: readonly OutboxRow[],
): { effect: Outgoing; merged: OutboxRow[] } | null {
  if (!isWords(head) || head.message === undefined) return null
  const own = behind.filter(({ effect }) => messageOf(effect) === head.message)
  const takenBack = own.findIndex(({ effect }) => effect.kind === 'unsend')
  const rows = takenBack < 0 ? own : own.slice(0, takenBack)
  const edit = rows.map(({ effect }) => effect).findLast(isRevise)
  if (edit === undefined) return null
  const late = rows.filter(({ effect }) => isLate(effect))
  // Below a text they keep their own words until the edit comes to them.
  if (late.length > 0 && head.kind === 'say') return null
  const merged = rows.filter(({ effect }) => isWords(effect) || isRevise(effect) || isLate(effect))
  const effects = merged.map(({ effect }) => effect)
  return { effect: { ...edit, unsent: correct(head, effects, edit) }, merged }
}

function correct(head: Say | Files, merged: Outgoing[], { content }: Revise): Say | Files {
  const last = merged.findLast(isWords) ?? head
  const { part: _ofTheOld, ...whole } = head
  const part = last.part === undefined ? {} : { part: last.part }
  const { buttons: _own, ...text } = content
  if (whole.kind === 'files') {
    const files = [...whole.files, ...merged.flatMap((one) => (isLate(one) ? filesOf(one) : []))]
    const { buttons } = whole.caption
    // An album has no buttons.
    const hasButtons = buttons !== undefined && files.length === 1
    return { ...whole, ...part, files, caption: { ...text, ...(hasButtons && { buttons }) } }
  }
  const ofLast = last.kind === 'say' ? last : undefined
  const buttons = content.buttons ?? ofLast?.content.buttons
  const slot = ofLast?.slot
  return {
    ...whole,
    ...part,
    content: { ...text, ...(buttons !== undefined && { buttons }) },
    ...(slot !== undefined && { slot }),
  }
}

function isWords(effect: Outgoing): effect is Say | Files {
  if (isLate(effect)) return false
  return effect.kind === 'say' || (effect.kind === 'files' && effect.caption.text !== '')
}

function isLate(effect: Outgoing): boolean {
  return 'late' in effect
}

function isRevise(effect: Outgoing): effect is Revise {
  return effect.kind === 'revise'
}

function filesOf(effect: Outgoing): Files['files'] {
  return effect.kind === 'files' ? effect.files : []
}
