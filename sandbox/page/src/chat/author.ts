import type { Message, User } from '../../../play/protocol.ts'
import { isRecord } from './attachment.ts'

/** A person's whole name. */
export function nameOf({ first_name: first, last_name: last }: Partial<User>): string {
  return [first, last].filter((part) => part !== undefined && part !== '').join(' ')
}

export function authorOf({ from }: Message): string {
  return from === undefined ? 'Somebody' : nameOf(from)
}

/** Who wrote first what was forwarded; null: it was not forwarded. */
export function originOf({ forward_origin: origin }: Message): string | null {
  if (!isRecord(origin)) return null
  const { sender_user: user, sender_user_name: name, sender_chat: group, chat } = origin
  if (isRecord(user)) return nameOf(user)
  if (typeof name === 'string') return name
  const place = isRecord(group) ? group : chat
  return isRecord(place) && typeof place['title'] === 'string' ? place['title'] : 'somebody'
}

const firstLetter = /^./su

/** Two letters at most, for a picture that is missing. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters
    .map((word) => firstLetter.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toUpperCase()
}
