import { opinionOf } from '../../domain/opinion.ts'
import { reactToMessage } from '../../services/tickets/react-to-message.ts'
import type { BotDeps } from '../bot-deps.ts'
import type { DeskContext } from '../desk-context.ts'

/** A client likes or dislikes what support wrote; of a dislike the agent is told. */
export async function react(ctx: DeskContext, { desk, texts }: BotDeps): Promise<void> {
  const { person, now } = ctx.work
  const update = ctx.messageReaction
  if (person === null || update === undefined) {
    ctx.work.ignore('a reaction of nobody')
    return
  }
  const emoji = update.new_reaction.flatMap((one) => (one.type === 'emoji' ? [one.emoji] : []))
  const opinion = emoji.map(opinionOf).find((one) => one !== null) ?? null
  const tx = await ctx.work.transaction()
  const place = { chatId: update.chat.id, messageId: update.message_id }
  const reacted = await reactToMessage(tx, { place, personId: person.id, opinion, now })
  if (reacted === null) {
    ctx.work.ignore('a reaction to nothing of support')
    return
  }
  if (opinion !== 'dislike') return
  const text = texts(desk.languages[0])('staff-disliked')
  ctx.work.send({
    ...{ kind: 'say', place: { kind: 'topic', ticketNumber: reacted.ticketNumber }, silent: true },
    content: { text, entities: [] },
    replyTo: { copyOfMessage: reacted.messageId },
  })
}
