import { textKeys, type KeyOf, type TextOf } from '../text-keys.ts'

/**
 * A slot names a message that is edited later, in the database and in every effect that fills, edits
 * or releases it. The numbers say which one it is of its kind.
 */
const formats = {
  /** Of a ticket, in its topic. */
  card: 'card:{ticket}',
  /** A question or a solution, with the buttons of its client. */
  proposal: 'proposal:{ticket}:{proposal}',
  rating: 'rating:{ticket}:{closure}',
  /** Dialogues of a client: why not, an answer, further details, a new ticket. */
  reason: 'reason:{ticket}:{round}',
  answer: 'answer-{ticket}:{chatId}',
  message: 'message-{ticket}:{chatId}',
  wizard: 'wizard:<draftId>',
  settings: 'settings:{personId}',
  /** That somebody writes too fast, and when he was told. */
  slower: 'slower:{personId}@<telling>',
  /** What a command of an agent still needs, asked of him. */
  prompt: 'prompt:{ticket}:{userId}:<command>',
  /** Whether a solution shall be sent that was held back: the agent's message. */
  held: 'held:{chatId}/{messageId}',
  newcomers: 'newcomers:{rush}',
  /** No messages, but what is known of one: a part did not arrive, or its copies are in doubt. */
  undelivered: 'undelivered:{chatId}/{messageId}',
  doubled: 'doubled:{message}',
} as const

export type Slot = KeyOf<typeof formats>

/** A slot as it is stored. */
export type SlotKey = TextOf<typeof formats>

const keys = textKeys(formats)

export const packSlot: (slot: Slot) => SlotKey = keys.pack

/** What a stored slot says, or null for anything else. */
export const unpackSlot: (key: string) => Slot | null = keys.unpack

/** The slot of a ticket's card in SQL; `ticket` is an expression for its number. */
export function cardSlotInSql(ticket: string): string {
  return keys.inSql('card', { ticket })
}

const beforeTicket = Object.values(formats)
  .filter((format) => format.includes('{ticket}'))
  .map((format) => format.slice(0, format.indexOf('{ticket}')))

/** The number of the ticket that a slot is about, in SQL, as text; null of one that is about none. */
export function ticketOfSlotInSql(key: string): string {
  return `substring(${key} from '^(?:${beforeTicket.join('|')})(\\d+)')`
}
