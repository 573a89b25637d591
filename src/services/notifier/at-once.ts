/** Lets so many in at once; the others enter in the order in which they came. */
export interface AtOnce {
  enter(): Promise<void>
  leave(): void
}

export function createAtOnce(most: number): AtOnce {
  const waiting: (() => void)[] = []
  let inside = 0
  return {
    async enter() {
      if (inside < most) inside += 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    leave() {
      const next = waiting.shift()
      if (next === undefined) inside -= 1
      else next()
    },
  }
}
