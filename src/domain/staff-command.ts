export interface StaffCommand {
  /** Lower case, without the slash. */
  name: string
  argument: string
  /** UTF-16 units before the argument. */
  cut: number
}

/**
 * Reads `/name argument` or `/name@bot argument`.
 *
 * @returns null for a text without a command, and for a command to another bot
 */
export function readCommand(text: string, botUsername: string): StaffCommand | null {
  const match = /^\s*\/([a-z][a-z0-9_]*)(?:@(\w+))?(?:\s+|$)/i.exec(text)
  if (match?.[1] === undefined) return null
  const [head, name, addressee] = match
  if (addressee !== undefined && addressee.toLowerCase() !== botUsername.toLowerCase()) return null
  return { name: name.toLowerCase(), argument: text.slice(head.length), cut: head.length }
}
