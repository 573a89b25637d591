import type { Desk, Field } from '../desk/desk.ts'
import { addLateItems } from '../domain/album.ts'
import { maxAnswerGraphemes } from '../domain/bounds.ts'
import { hasRoomFor } from '../domain/draft-room.ts'
import type { MessagePlace, WrittenMessage } from '../domain/message.ts'
import { shorten } from '../domain/subject.ts'
import type { Draft } from './draft.ts'

/** The desk file's part that shapes the form. */
export type FormDesk = Pick<Desk, 'types' | 'fields' | 'limits'>

export type FormInput =
  | { kind: 'choose'; option: number }
  /** `album` is the first item of an album of which this came late. */
  | { kind: 'write'; written: WrittenMessage; album?: MessagePlace | null }
  | { kind: 'back' }
  | { kind: 'done' }
  | { kind: 'change'; step: string }

export type FormVerdict =
  | { ok: true; draft: Draft }
  | { ok: false; reason: 'not_current' | 'needs_description' | 'too_many_files' | 'full' }

const fieldPrefix = 'field.'

/**
 * The names of the steps, in order: the type, its fields as the desk file says, description, files,
 * review. Until a type is chosen, those of the first type stand for all.
 */
export function stepsOf({ typeKey }: Draft, desk: FormDesk): string[] {
  const type = desk.types.find(({ key }) => key === typeKey) ?? desk.types[0]
  const fields = (type?.fields ?? []).filter((key) => Object.hasOwn(desk.fields, key))
  return ['type', ...fields.map((key) => fieldPrefix + key), 'description', 'files', 'review']
}

/** The field a step asks for, or null for the other steps. */
export function fieldOf(step: string, desk: FormDesk): Field | null {
  if (!step.startsWith(fieldPrefix)) return null
  return desk.fields[step.slice(fieldPrefix.length)] ?? null
}

/** How many files a draft holds; an album counts each. */
export function countFiles({ description, files }: Draft): number {
  return [...description, ...files].reduce((sum, { attachments }) => sum + attachments.length, 0)
}

/** The draft after an input. A refusal leaves it as it was. */
export function advance(draft: Draft, input: FormInput, desk: FormDesk): FormVerdict {
  switch (input.kind) {
    case 'choose':
      return choose(draft, input.option, desk)
    case 'write':
      return write(draft, input.written, input.album ?? null, desk)
    case 'back':
      return back(draft, desk)
    case 'done':
      return done(draft, desk)
    case 'change':
      return stepsOf(draft, desk).includes(input.step) && draft.step === 'review'
        ? { ok: true, draft: { ...draft, step: input.step, fromReview: true } }
        : { ok: false, reason: 'not_current' }
  }
}

function choose(draft: Draft, option: number, desk: FormDesk): FormVerdict {
  if (draft.step === 'type') {
    const type = desk.types[option]
    if (type === undefined) return { ok: false, reason: 'not_current' }
    // Another type asks other questions; answers that both ask for are kept.
    const isSame = type.key === draft.typeKey
    const next = { ...draft, typeKey: type.key, fromReview: draft.fromReview && isSame }
    return { ok: true, draft: goOn(next, desk) }
  }
  const field = fieldOf(draft.step, desk)
  const answer = field?.options[option]
  if (field === null || answer === undefined) return { ok: false, reason: 'not_current' }
  const answers = { ...draft.answers, [field.key]: answer.key }
  const { [field.key]: _ownWords, ...answeredAt } = draft.answeredAt
  return { ok: true, draft: goOn({ ...draft, answers, answeredAt }, desk) }
}

/** What a person writes is never lost: where it answers nothing it belongs to the description. */
function write(
  draft: Draft,
  written: WrittenMessage,
  album: MessagePlace | null,
  desk: FormDesk,
): FormVerdict {
  if (countFiles(draft) + written.attachments.length > desk.limits.attachmentsPerMessage) {
    return { ok: false, reason: 'too_many_files' }
  }
  // What comes late of an album stays with it, also when the form has gone on.
  const description = addLateItems(draft.description, album, written)
  if (description !== null) return { ok: true, draft: { ...draft, description } }
  const files = addLateItems(draft.files, album, written)
  if (files !== null) return { ok: true, draft: { ...draft, files } }
  if (!hasRoomFor([...draft.description, ...draft.files], written)) {
    return { ok: false, reason: 'full' }
  }
  const field = fieldOf(draft.step, desk)
  const text = written.text.trim()
  if (field?.other === true && text !== '' && written.attachments.length === 0) {
    const answer = shorten(text, maxAnswerGraphemes)
    const answers = { ...draft.answers, [field.key]: answer }
    // A card has no room for a story: all of it is in the description.
    const told = answer === text ? draft.description : [...draft.description, written]
    const [place] = written.places
    const answeredAt =
      place === undefined ? draft.answeredAt : { ...draft.answeredAt, [field.key]: place }
    return { ok: true, draft: goOn({ ...draft, answers, answeredAt, description: told }, desk) }
  }
  const part = draft.step === 'files' ? 'files' : 'description'
  return { ok: true, draft: { ...draft, [part]: [...draft[part], written] } }
}

function back(draft: Draft, desk: FormDesk): FormVerdict {
  if (draft.fromReview) return { ok: true, draft: { ...draft, step: 'review', fromReview: false } }
  const steps = stepsOf(draft, desk)
  const before = steps[steps.indexOf(draft.step) - 1]
  if (before === undefined) return { ok: false, reason: 'not_current' }
  return { ok: true, draft: { ...draft, step: before } }
}

function done(draft: Draft, desk: FormDesk): FormVerdict {
  if (draft.step === 'files') return { ok: true, draft: goOn(draft, desk) }
  if (draft.step !== 'description') return { ok: false, reason: 'not_current' }
  const hasText = draft.description.some(({ text }) => text.trim() !== '')
  if (!hasText) return { ok: false, reason: 'needs_description' }
  return { ok: true, draft: goOn(draft, desk) }
}

/** The next step that is not answered yet; a part changed from the review returns there. */
function goOn(draft: Draft, desk: FormDesk): Draft {
  if (draft.fromReview) return { ...draft, step: 'review', fromReview: false }
  const steps = stepsOf(draft, desk)
  return { ...draft, step: steps[steps.indexOf(draft.step) + 1] ?? 'review' }
}
