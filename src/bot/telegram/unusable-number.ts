type Fields = Record<string, unknown>

/** What the desk keeps as integers of four bytes. */
const shortIds = new Set(['message_id', 'message_thread_id'])
const mostShort = 2_147_483_647
/** Under these names stands a user or a chat, or a list of them; other things have an id as well. */
const ofSomebody = new Set([
  'from',
  'user',
  'chat',
  'sender_chat',
  'actor_chat',
  'sender_user',
  'new_chat_members',
  'left_chat_member',
])
const dates = new Set(['date', 'edit_date'])
/** The years 1 to 9999, in seconds: JavaScript and PostgreSQL both write them plainly. */
const dateRange = { first: -62_135_596_800, last: 253_402_300_799 }

/**
 * Names an id or a date of an update that nothing can be stored under; null when there is none.
 * Telegram sends none; a handler would fail at it each time, and hold up all that comes after it.
 * What is missing, or no number, is another matter: handlers pass by it. Goes no further than
 * weighJson allows.
 */
export function unusableNumber(update: unknown): string | null {
  const open: { key: string; value: unknown }[] = [{ key: '', value: update }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { key, value } = next
    if (typeof value !== 'object' || value === null) continue
    const isList = Array.isArray(value)
    for (const [name, content] of Object.entries(value as Fields)) {
      if (typeof content !== 'number') open.push({ key: isList ? key : name, value: content })
      else if (!isList && isUnusable(name, content, key)) return `unusable ${name}`
    }
  }
  return null
}

/** @param inside the name under which the object stands that has it */
function isUnusable(name: string, value: number, inside: string): boolean {
  if (shortIds.has(name)) return !Number.isSafeInteger(value) || Math.abs(value) > mostShort
  if (dates.has(name)) return value < dateRange.first || value > dateRange.last
  const isOfSomebody = name === 'id' ? ofSomebody.has(inside) : /(^|_)(user|chat)_id$/.test(name)
  return isOfSomebody && !Number.isSafeInteger(value)
}
