/** What the benchmark asks of the process with the stand-in Telegram, one at a time. */
export type Order =
  /** People come; nobody has written yet. */
  | { do: 'gather'; people: number }
  /** Everybody begins a ticket and stands at the description. */
  | { do: 'begin' }
  /** Everybody writes one message at the same moment. */
  | { do: 'burst' }
  /** One message at a time, each by another person, evenly over time. */
  | { do: 'steady'; perSecond: number; seconds: number }
  /** Other people come, greet, begin a ticket and walk through some steps of it. */
  | { do: 'dialogues'; people: number }
  /** One message waits before a bot is there; the answer says when it was answered. */
  | { do: 'greet' }

export interface Ready {
  apiRoot: string
  token: string
  staffChatId: number
}

export interface Burst {
  updates: number
  /** From the first update until the last answer. */
  durationMs: number
}

export interface Steady {
  /** From an update until its answer, each. */
  latenciesMs: number[]
}

export interface Greeted {
  /** Milliseconds since the epoch. */
  answeredAt: number
}
