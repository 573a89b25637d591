/** How much a desk has behind it. */
export interface Size {
  tickets: number
  people: number
  /** Tickets that are not closed, about. */
  live: number
}

/** A closed ticket that a desk has lived. */
export interface Life {
  number: number
  /** Ends each of its texts. */
  mark: string
}

/** People of the stand-in Telegram who act in a filled database, by their ids there. */
export interface Cast {
  clients: number[]
  agents: number[]
  staffChatId: number
}
