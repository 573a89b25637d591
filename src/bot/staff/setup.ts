import { readCommand } from '../../domain/read-command.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { answer } from './topic/topic-context.ts'

/**
 * `/setup CODE` in a group while none is the staff group. The code is printed at the start; whether
 * the person may decide for this group is asked of Telegram when the effect is carried out.
 *
 * @returns whether the update was about it
 */
export function setup(ctx: DeskContext, { staffChat, setupCode }: BotDeps): boolean {
  const { written, chat } = ctx
  const command = written === null ? null : readCommand(written.text, ctx.me)
  if (command?.name !== 'setup' || chat === undefined) return false
  if (staffChat.id() !== null || setupCode === null) {
    answer(ctx, ctx.t('staff-already-set'))
    return true
  }
  const judged = setupCode.judge(command.argument)
  if (judged === 'wrong') answer(ctx, ctx.t('staff-wrong-code'))
  else if (judged === 'too_many') ctx.work.ignore('too many wrong codes')
  else {
    const message = ctx.message
    const isTopic = message !== undefined && message.is_topic_message === true
    const threadId = isTopic ? (message.message_thread_id ?? null) : null
    ctx.work.send({ kind: 'adopt', chatId: chat.id, threadId, userId: ctx.from?.id ?? 0 })
  }
  return true
}
