import { doubleSlashes, slashes, slashLetters, unseen } from './unseen.ts'

export interface StaffText {
  kind: 'public' | 'note'
  /** UTF-16 units at the start that are a mark (`//`, `/note`, `/r`) and not part of the text. */
  cut: number
}

/**
 * Characters without a shape, as copied texts bring along, do not hide a mark; neither do blanks
 * within it (`/ /`), slashes of other alphabets, or punctuation after it (`/note: call him`).
 */
const slash = `[${slashes}${slashLetters}]`
const noteMark = new RegExp(
  `^${unseen}*(?:${slash}${unseen}*${slash}|[${doubleSlashes}]|/note(?:@\\w+)?(?!\\w))\\s*`,
  'iu',
)
const replyMark = new RegExp(`^${unseen}*/r(?:@\\w+)?(?=\\s|$)\\s*`, 'iu')

/**
 * Whether what an agent writes in a ticket's topic goes to the client.
 *
 * It stays inside when it begins with `//` or `/note` or replies to a colleague. A strict team turns
 * it round (`plainText: 'note'`): then only a reply to a client's message, or `/r`, goes out. What
 * begins like a mark and is none is sorted out before (staff-saying.ts).
 */
export function readStaffText(
  text: string,
  {
    repliesTo,
    plainText,
  }: {
    /** Whose message it replies to. */
    repliesTo: 'colleague' | 'client' | null
    plainText: 'public' | 'note'
  },
): StaffText {
  const note = noteMark.exec(text)
  if (note !== null) return { kind: 'note', cut: note[0].length }
  const reply = replyMark.exec(text)
  if (reply !== null) return { kind: 'public', cut: reply[0].length }
  if (repliesTo === 'colleague') return { kind: 'note', cut: 0 }
  const isPublic = plainText === 'public' || repliesTo === 'client'
  return { kind: isPublic ? 'public' : 'note', cut: 0 }
}
