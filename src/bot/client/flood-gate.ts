const windowMs = 60_000
const sweepAbove = 10_000

/** Whether a person writes too much: `first` once when the limit is passed, then `over`. */
export type FloodGate = (userId: number, now: Date) => 'open' | 'first' | 'over'

/**
 * Counts the messages of each person within a minute. In memory: a restart forgives, and several
 * replicas each count what they see.
 */
export function createFloodGate(perMinute: number): FloodGate {
  const people = new Map<number, { times: number[]; told: boolean }>()

  return (userId, now) => {
    const at = now.getTime()
    const since = at - windowMs
    if (people.size > sweepAbove) {
      for (const [id, { times }] of people) if ((times.at(-1) ?? 0) <= since) people.delete(id)
    }
    const known = people.get(userId) ?? { times: [], told: false }
    people.set(userId, known)
    known.times = known.times.filter((time) => time > since)
    if (known.times.length < perMinute) {
      known.times.push(at)
      known.told = false
      return 'open'
    }
    const isFirst = !known.told
    known.told = true
    return isFirst ? 'first' : 'over'
  }
}
