import { unseen } from './unseen.ts'

/** A command as it was written. */
export interface ReadCommand {
  /** Lower case, without the slash. */
  name: string
  argument: string
  /** UTF-16 units before the argument. */
  cut: number
}

/** Characters that are not seen before the slash make no difference. */
const pattern = new RegExp(`^${unseen}*/([a-z][a-z0-9_]*)(?:@(\\w+))?(?:\\s+|$)`, 'iu')

/**
 * Reads `/name argument` or `/name@bot argument`.
 *
 * @returns null for a text without a command, and for a command to another bot
 */
export function readCommand(text: string, botUsername: string): ReadCommand | null {
  const match = pattern.exec(text)
  if (match?.[1] === undefined || isForAnotherBot(text, botUsername)) return null
  const [head, name] = match
  return { name: name.toLowerCase(), argument: text.slice(head.length), cut: head.length }
}

/** A command that names another bot is talk inside the group, not words for a client. */
export function isForAnotherBot(text: string, botUsername: string): boolean {
  const addressee = pattern.exec(text)?.[2]
  return addressee !== undefined && addressee.toLowerCase() !== botUsername.toLowerCase()
}
