import type { DeskContext } from './desk-context.ts'

/**
 * Answers a pressed button, which otherwise keeps spinning; at most 200 characters
 * (https://core.telegram.org/bots/api#answercallbackquery).
 */
export function toast(ctx: DeskContext, text?: string): void {
  const callbackId = ctx.callbackQuery?.id
  if (callbackId === undefined) return
  ctx.work.send({ kind: 'answer', callbackId, ...(text !== undefined && { text }) })
}
