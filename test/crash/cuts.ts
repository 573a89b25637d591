/** How the desk loses its database around a kill. */
export interface Cut {
  /** Connections are reset, or PostgreSQL ends the sessions itself. */
  how: 'reset' | 'terminate'
  /** In milliseconds from the kill: before it, at it, or while the next run starts. */
  atMs: number
}

/** Some statements before the kill, and into the first statements of the start after it. */
const furthestMs = { before: 300, after: 1_200 }

/** One cut after another, the same ones for the same seed. */
export function cutsBySeed(seed: number): () => Cut {
  const random = numbersBySeed(seed)
  return () => {
    const how = random() < 0.5 ? 'reset' : 'terminate'
    const place = Math.floor(random() * 3)
    const share = random()
    if (place === 0) return { how, atMs: -share * furthestMs.before }
    return { how, atMs: place === 1 ? 0 : share * furthestMs.after }
  }
}

/** Numbers from 0 up to 1, well mixed (mulberry32). */
function numbersBySeed(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
