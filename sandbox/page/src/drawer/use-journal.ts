import { useEffect, useState } from 'preact/hooks'

import type { JournalLine } from '../../../play/protocol.ts'
import { readJournal } from '../store/act.ts'

const mostLines = 300
// Not every call changes something that the page would be told of.
const everyMs = 1_000

/** The last lines of a chat's journal, newest first, kept up to date; of all chats without one. */
export function useJournal(chatId: number | null): readonly JournalLine[] {
  const [lines, setLines] = useState<readonly JournalLine[]>([])
  useEffect(() => {
    let isShown = true
    let timer: number | undefined
    let lastSeq = 0
    setLines([])
    const look = async () => {
      const fresh = await readJournal(lastSeq, chatId).catch(() => [])
      if (!isShown) return
      lastSeq = fresh.at(-1)?.seq ?? lastSeq
      if (fresh.length > 0) {
        setLines((before) => [...fresh.toReversed(), ...before].slice(0, mostLines))
      }
      timer = window.setTimeout(() => void look(), everyMs)
    }
    void look()
    return () => {
      isShown = false
      clearTimeout(timer)
    }
  }, [chatId])
  return lines
}
