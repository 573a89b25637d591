import type { Alarm } from '../../domain/alarm.ts'
import type { WatchLimits } from './limits.ts'
import type { Figures } from './read-figures.ts'

/** What can be wrong though each part believes itself well. */
export const troubleParts = ['inbox', 'outbox', 'stale', 'disk'] as const

export interface Trouble {
  part: (typeof troubleParts)[number]
  sentence: string
  /** What people are told. */
  alarm?: Alarm
}

/** What there is to be seen from outside. */
export interface Seen {
  /** Null while the database gives none: that is said by whoever looks after it. */
  figures: Figures | null
  /** Null where nobody knows. */
  diskFree: number | null
}

export function findTroubles({ figures, diskFree }: Seen, limits: WatchLimits): Trouble[] {
  const found: Trouble[] = []
  if (diskFree !== null && diskFree < limits.diskFreeBytes) {
    const left = String(Math.floor(diskFree / 1_048_576))
    const sentence = `Only ${left} MB are free on the disk of DATA_DIR: make room before the database stops`
    found.push({ part: 'disk', sentence, alarm: 'disk' })
  }
  if (figures === null) return found
  const { inboxOldestSeconds, outboxOldestSeconds, inboxStale, outboxStale } = figures
  const inboxSeconds = Math.max(...Object.values(inboxOldestSeconds))
  if (inboxSeconds * 1_000 >= limits.inboxLateMs) {
    const sentence = `What people wrote has waited for ${inWords(inboxSeconds)} to be handled: the log says why, see KvytokUpdatesWait in docs/operations.md`
    found.push({ part: 'inbox', sentence, alarm: 'inbox' })
  }
  const outboxSeconds = Math.max(outboxOldestSeconds.words, outboxOldestSeconds.answers)
  if (outboxSeconds * 1_000 >= limits.outboxLateMs) {
    const sentence = `Messages have waited for ${inWords(outboxSeconds)} to be sent: see KvytokMessagesWait in docs/operations.md`
    found.push({ part: 'outbox', sentence })
  }
  const stale = inboxStale + outboxStale
  if (stale > 0) {
    const sentence = `${String(stale)} stored rows wait in nobody's hands: restart the desk if it stays so for a minute`
    found.push({ part: 'stale', sentence })
  }
  return found
}

function inWords(seconds: number): string {
  return seconds < 120
    ? `${String(Math.round(seconds))} s`
    : `${String(Math.round(seconds / 60))} min`
}
