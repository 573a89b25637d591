import { textKeys } from '../text-keys.ts'

const keys = textKeys({ user: 'user:{userId}' })

/** Key of a private chat's dialogue: the user and the chat are one number there. */
export function dialogueKey(userId: number): string {
  return keys.pack({ kind: 'user', userId })
}

/** The same in SQL; `userId` is an expression for his id in Telegram. */
export function dialogueKeyInSql(userId: string): string {
  return keys.inSql('user', { userId })
}
