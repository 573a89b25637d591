import type { Place } from '../../services/notifier/outgoing.ts'
import type { DeskContext } from './desk-context.ts'

/** Where whoever acts in a private chat is answered. */
export function ownChat({ work, chat }: Pick<DeskContext, 'work' | 'chat'>): Place {
  const { person } = work
  if (person !== null) return { kind: 'person', personId: person.id }
  return { kind: 'chat', chatId: chat?.id ?? 0, threadId: null }
}
