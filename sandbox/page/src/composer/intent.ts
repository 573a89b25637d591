import type { MessageView } from '../../../play/protocol.ts'

/** What becomes of the words in the input field. */
export type Intent =
  | { kind: 'write' }
  | { kind: 'reply'; to: MessageView; quote: string }
  | { kind: 'edit'; message: MessageView }

export const writing: Intent = { kind: 'write' }

/** The intent as long as its message exists, in its newest form. */
export function intentNow(intent: Intent, messages: ReadonlyMap<number, MessageView>): Intent {
  if (intent.kind === 'write') return intent
  const { message_id: id } = intent.kind === 'reply' ? intent.to : intent.message
  const message = messages.get(id)
  if (message === undefined) return writing
  return intent.kind === 'reply' ? { ...intent, to: message } : { kind: 'edit', message }
}
