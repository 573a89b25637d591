/** What a repair has taken from a message that Telegram refused with it. */
export interface Ease {
  withoutReply?: true
  withoutQuote?: true
  withoutEntities?: true
  withoutButtons?: true
  asDocument?: true
}

/** What can be left out of a message that Telegram refuses. */
export type Rung = keyof Ease
