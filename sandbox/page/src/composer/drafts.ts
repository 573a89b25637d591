import type { Viewed } from '../store/reads.ts'

const drafts = new Map<string, string>()

/** What somebody had begun to write in a chat. */
export function draftOf(viewed: Viewed): string {
  return drafts.get(keyOf(viewed)) ?? ''
}

/** Keeps it until he comes back to the chat. */
export function keepDraft(viewed: Viewed, text: string): void {
  if (text === '') drafts.delete(keyOf(viewed))
  else drafts.set(keyOf(viewed), text)
}

function keyOf({ viewerId, chatId, topicId }: Viewed): string {
  return `${viewerId}:${chatId}:${topicId}`
}
