import { spacingMs, useAllowance, type Allowance } from '../../domain/allowance.ts'
import type { StoredUpdate } from '../../services/intake/inbox.ts'

/** People of whom this is known; of whoever was silent longest it is forgotten first. */
const mostPeople = 10_000
/** Presses and reactions are many where messages are few: a form is filled in by presses. */
const pressesPerMessage = 3
/** He is told again only after such a time. */
const toldEveryMs = 600_000

/** How what somebody did is taken: at once, or followed by a rest of his lane. */
export interface Pressure {
  /** Milliseconds until the next thing he did is handled; 0: at once. */
  restMs: number
  /** Names the occasion on which he is told that it goes slower; null: he is not told now. */
  telling: string | null
}

export type FloodGate = (personId: number, update: StoredUpdate) => Pressure

interface Known {
  words: Allowance
  presses: Allowance
  toldAtMs: number
  /** The same update tried again counts once. */
  last: { updateId: number; pressure: Pressure } | null
}

/**
 * Slows down whoever does more in a minute than he may. Counted by the time at which he did it, so
 * what was written during an outage is no flood. In memory: a restart forgives a minute.
 */
export function createFloodGate(messagesPerMinute: number): FloodGate {
  const people = new Map<number, Known>()

  function know(personId: number): Known {
    const never = -Infinity
    const known = people.get(personId) ?? {
      words: { regainedAtMs: never },
      presses: { regainedAtMs: never },
      toldAtMs: never,
      last: null,
    }
    people.delete(personId)
    people.set(personId, known)
    const [longestSilent] = people.keys()
    if (people.size > mostPeople && longestSilent !== undefined) people.delete(longestSilent)
    return known
  }

  return (personId, update) => {
    const known = know(personId)
    if (known.last?.updateId === update.updateId) return known.last.pressure
    const { isWords, atMs } = deedOf(update)
    const perMinute = isWords ? messagesPerMinute : messagesPerMinute * pressesPerMessage
    const kind = isWords ? 'words' : 'presses'
    const { isOver, ...allowance } = useAllowance(known[kind], atMs, perMinute)
    known[kind] = allowance
    const isTold = isOver && isWords && Math.abs(atMs - known.toldAtMs) >= toldEveryMs
    if (isTold) known.toldAtMs = atMs
    const pressure = {
      restMs: isOver ? spacingMs(perMinute) : 0,
      telling: isTold ? String(Math.floor(atMs / toldEveryMs)) : null,
    }
    known.last = { updateId: update.updateId, pressure }
    return pressure
  }
}

/** Words are written or edited; when it was done is Telegram's date, or when we heard of a press. */
function deedOf({ payload, receivedAt }: StoredUpdate): { isWords: boolean; atMs: number } {
  const { message, edited_message: edited, message_reaction: reaction } = payload
  const isWords = message !== undefined || edited !== undefined
  const date = dateIn(message, 'date') ?? dateIn(edited, 'edit_date') ?? dateIn(reaction, 'date')
  return { isWords, atMs: date === null ? receivedAt.getTime() : date * 1_000 }
}

function dateIn(content: unknown, field: 'date' | 'edit_date'): number | null {
  if (typeof content !== 'object' || content === null) return null
  const date = (content as Record<string, unknown>)[field]
  return Number.isSafeInteger(date) ? Number(date) : null
}
