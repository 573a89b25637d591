import { maxAnswerGraphemes } from '../domain/bounds.ts'
import { isSamePlace, type FormattedText, type MessagePlace } from '../domain/message.ts'
import { withPieceAmong } from '../domain/pieces.ts'
import { shorten } from '../domain/subject.ts'
import type { Draft } from './draft.ts'

/** The draft after one of the messages it is made of was edited; null: it is none of them. */
export function editDraft(draft: Draft, place: MessagePlace, piece: FormattedText): Draft | null {
  const description = withPieceAmong(draft.description, place, piece)
  const files = withPieceAmong(draft.files, place, piece)
  const text = piece.text.trim()
  const field = Object.entries(draft.answeredAt).find(([, at]) => isSamePlace(at, place))?.[0]
  const isAnswer = field !== undefined && text !== ''
  if (description === null && files === null && !isAnswer) return null
  return {
    ...draft,
    description: description ?? draft.description,
    files: files ?? draft.files,
    answers: isAnswer
      ? { ...draft.answers, [field]: shorten(text, maxAnswerGraphemes) }
      : draft.answers,
  }
}
