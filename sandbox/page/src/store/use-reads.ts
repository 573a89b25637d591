import { useEffect, useState } from 'preact/hooks'

import type { SandboxState } from './chats.ts'
import { noteRead, readsFor, type Reads, type Viewed } from './reads.ts'

let reads: Reads | null = null
const listeners = new Set<(reads: Reads) => void>()

/** Who has read what, the same for the whole page. */
export function useReads(state: SandboxState): Reads {
  const [, show] = useState<Reads | null>(reads)
  useEffect(() => {
    listeners.add(show)
    return () => void listeners.delete(show)
  }, [])
  reads = readsFor(reads, state)
  return reads
}

/** Tells everybody that somebody read a chat up to a message. */
export function markRead(viewed: Viewed, messageId: number): void {
  if (reads === null) return
  const after = noteRead(reads, viewed, messageId)
  if (after === reads) return
  reads = after
  for (const listener of listeners) listener(after)
}
