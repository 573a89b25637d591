/** The time as people of the stand-in see it. */
export interface SandboxClock {
  /** Milliseconds since the epoch. */
  now: () => number
  /** What the page may do with time; without it, it offers nothing of the kind. */
  travel?: TimeTravel
}

/** Moves the bot's clock along with everybody's. */
export interface TimeTravel {
  /** When the bot's next timer is due, in milliseconds since the epoch; null: none is set. */
  nextDeadlineAt(): Promise<number | null>
  /** Lets time pass up to a moment, as if the bot had run all the while. */
  passTo(at: number): Promise<void>
}
