import { bold, join } from '../../domain/formatted.ts'
import type { FormattedText } from '../../domain/message.ts'

/** Every message about a ticket begins with its number and what it is called. */
export function withHeader(
  { number, subject }: { number: number; subject: string },
  body: FormattedText | string,
): FormattedText {
  const header = bold(`#${String(number)} ${subject}`)
  const isEmpty = (typeof body === 'string' ? body : body.text) === ''
  return isEmpty ? header : join(header, '\n\n', body)
}
