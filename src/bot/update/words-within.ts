import { fileKinds } from '../../domain/message.ts'
import { envelopeFields, textFields } from './message-fields.ts'

/** Values looked at in one message: more than any of Telegram has. */
const mostValues = 5_000

const notContent = new Set<string>([...envelopeFields, ...textFields, ...fileKinds])

/**
 * Every text within a message that is neither its text nor its caption nor a file: the question of a
 * poll with its options, the paragraphs of a rich message, also of kinds the desk does not know.
 *
 * @returns null when there is more than anybody looks at
 */
export function wordsWithin(raw: Record<string, unknown>): string[] | null {
  const fields = Object.entries(raw).filter(([field]) => !notContent.has(field))
  const waiting: unknown[] = fields.map(([, value]) => value).reverse()
  const words: string[] = []
  for (let looked = 0; waiting.length > 0; looked += 1) {
    if (looked + waiting.length > mostValues) return null
    const value = waiting.pop()
    if (typeof value === 'string') words.push(value)
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value).reverse()) waiting.push(inner)
    }
  }
  return words.filter((word) => word.trim() !== '')
}
