import type { MessagePlace } from '../../domain/message.ts'
import { slotAtPlace } from '../../services/tickets/read-messages.ts'
import type { DeskContext } from '../desk-context.ts'

export const promptKinds = ['ask', 'solve', 'note', 'later', 'dev'] as const

export type PromptKind = (typeof promptKinds)[number]

/** Asks the agent who pressed a button for the text it needs; his reply is that text. */
export function sendPrompt(
  ctx: DeskContext,
  kind: PromptKind,
  ticket: number,
  userId: number,
): void {
  ctx.work.send({
    kind: 'say',
    place: { kind: 'topic', ticketNumber: ticket },
    slot: `prompt:${String(ticket)}:${String(userId)}:${kind}`,
    content: {
      ...{ text: ctx.t(`staff-prompt-${kind}`), entities: [] },
      forceReply: { placeholder: ctx.t('staff-prompt-placeholder'), onlyUserId: userId },
    },
  })
}

/** Which command a reply completes, or null when it does not reply to a prompt. */
export async function promptAt(
  ctx: DeskContext,
  place: MessagePlace | null,
): Promise<PromptKind | null> {
  if (place === null) return null
  const key = await slotAtPlace(ctx.db, place)
  const kind = /^prompt:\d+:\d+:(\w+)$/.exec(key ?? '')?.[1]
  return promptKinds.find((one) => one === kind) ?? null
}
