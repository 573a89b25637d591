/** From when on something is a problem, and how often it is looked for. */
export interface WatchLimits {
  /** Between two looks. */
  everyMs: number
  /** How long Telegram may refuse messages: most of its troubles are over by then. */
  refusedMs: number
  /** How long all that the bot asks for may be refused: a proxy's hiccup is over by then. */
  botRefusedMs: number
  /** How long what became of a message may not be written: a database that was restarted is back by then. */
  unwrittenMs: number
  /** How long it may not be known who wrote: Telegram answers within a second. */
  membersMs: number
  /** How long an update may wait to be handled; nothing normal holds one up so long. */
  inboxLateMs: number
  /** How long what somebody reads or answers may wait to be sent: a busy group has its minutes. */
  outboxLateMs: number
  /** How long the clock may not look at what is due. */
  clockStillMs: number
  /** Less room than this on the disk of the embedded database. */
  diskFreeBytes: number
  /** What came and went is told again after so long. */
  tellAgainMs: number
}

export const usualWatchLimits: WatchLimits = {
  everyMs: 5_000,
  refusedMs: 45_000,
  botRefusedMs: 10_000,
  unwrittenMs: 10_000,
  membersMs: 10_000,
  inboxLateMs: 45_000,
  outboxLateMs: 300_000,
  clockStillMs: 45_000,
  diskFreeBytes: 1_073_741_824,
  tellAgainMs: 600_000,
}
