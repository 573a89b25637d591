import { Scenes } from 'telegraf'
import { z } from 'zod'

import { pack, unpack } from '../bot/buttons/callback-data.ts'
import type { BotDeps } from '../bot/update/bot-deps.ts'
import type { DeskContext } from '../bot/update/desk-context.ts'
import { ownChat } from '../bot/update/own-chat.ts'
import { keepOpinion } from './rate.ts'
import { toast } from '../bot/update/toast.ts'
import { packSlot } from '../services/notifier/slot.ts'
import { sceneNames } from './scene-names.ts'

/** Who writes this much later means something else than a comment. */
const expiresAfterMs = 30 * 60_000

const state = z.object({
  version: z.literal(1),
  number: z.number(),
  closureNo: z.number(),
  since: z.number(),
})

type CommentState = z.infer<typeof state>

/** The last step of a rating: a comment, or none. */
export function rateTicketScene(deps: BotDeps): Scenes.BaseScene<DeskContext> {
  const scene = new Scenes.BaseScene<DeskContext>(sceneNames.rateTicket)

  scene.enter((ctx) => {
    const comment = state.parse(ctx.scene.state)
    const data = pack({ action: 'step', draft: keyOf(comment), step: 0, value: 'done' })
    toast(ctx)
    show(ctx, comment, ctx.t('rating-comment'), [[{ label: ctx.t('rating-skip'), data }]])
  })

  scene.on('callback_query', async (ctx, next) => {
    const query = ctx.callbackQuery
    const press = 'data' in query ? unpack(query.data) : null
    const comment = state.safeParse(ctx.scene.state)
    const isOurs = press?.action === 'step' && comment.success
    if (!isOurs || press.draft !== keyOf(comment.data)) {
      await next()
      return
    }
    toast(ctx)
    await finish(ctx, comment.data)
  })

  scene.on('message', async (ctx, next) => {
    const comment = state.safeParse(ctx.scene.state)
    const isLate = !comment.success || ctx.work.now.getTime() - comment.data.since > expiresAfterMs
    if (isLate) {
      await ctx.scene.leave()
      await next()
      return
    }
    await keepComment(ctx, deps, comment.data)
  })

  return scene
}

async function keepComment(ctx: DeskContext, deps: BotDeps, state: CommentState): Promise<void> {
  const comment = ctx.written?.text.trim() ?? ''
  if (comment === '') {
    ctx.work.ignore('no comment')
    return
  }
  await keepOpinion(ctx, deps, state, { comment })
  await finish(ctx, state)
}

async function finish(ctx: DeskContext, comment: CommentState): Promise<void> {
  await ctx.scene.leave()
  const data = pack({ action: 'rerate', ticket: comment.number, closure: comment.closureNo })
  show(ctx, comment, ctx.t('rating-done'), [[{ label: ctx.t('rating-change'), data }]])
}

function show(
  ctx: DeskContext,
  { number, closureNo }: CommentState,
  text: string,
  buttons: { label: string; data: string }[][],
): void {
  const place = ownChat(ctx)
  const slot = packSlot({ kind: 'rating', ticket: number, closure: closureNo })
  const content = { text: `#${String(number)}: ${text}`, entities: [], buttons }
  ctx.work.send({ kind: 'put', place, slot, content })
}

function keyOf({ number }: CommentState): string {
  return `comment-${String(number)}`
}
