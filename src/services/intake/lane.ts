import { textKeys, type KeyOf, type TextOf } from '../text-keys.ts'

/** Updates of one lane are handled one after the other. */
const formats = {
  /** A private chat, with its buttons and membership; updates with a person and no chat. */
  user: 'user:{userId}',
  /** Messages and buttons in a group; `threadId` is 0 outside of its topics. */
  topic: 'topic:{chatId}:{threadId}',
  /** Whatever else belongs to a chat. */
  chat: 'chat:{chatId}',
  misc: 'misc',
} as const

export type Lane = KeyOf<typeof formats>

/** A lane as it is stored. */
export type LaneKey = TextOf<typeof formats>

const keys = textKeys(formats)

export const packLane: (lane: Lane) => LaneKey = keys.pack

/** What a stored lane says, or null for anything else. */
export const unpackLane: (key: string) => Lane | null = keys.unpack

/** The lane of a person in SQL; `userId` is an expression for his id in Telegram. */
export function laneOfUserInSql(userId: string): string {
  return keys.inSql('user', { userId })
}

/** The user whose lane it is, or null. Nobody's id is below 0, whatever an update says. */
export function userOfLane(key: string): number | null {
  const lane = unpackLane(key)
  return lane?.kind === 'user' && lane.userId >= 0 ? lane.userId : null
}
