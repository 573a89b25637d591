import { Scenes } from 'telegraf'
import { z } from 'zod'

import { pack, unpack } from '../bot/buttons/callback-data.ts'
import { tell } from '../bot/telling/tell.ts'
import type { BotDeps } from '../bot/update/bot-deps.ts'
import type { DeskContext } from '../bot/update/desk-context.ts'
import { ownChat } from '../bot/update/own-chat.ts'
import { toast } from '../bot/update/toast.ts'
import { packSlot, type SlotKey } from '../services/notifier/slot.ts'
import { rejectSolution } from '../services/tickets/decide-solution.ts'
import { reopenByClient } from '../services/tickets/reopen-ticket.ts'
import { sceneNames } from './scene-names.ts'

/** `round` is the number of the proposal or closure it is about: an old button begins nothing. */
const state = z.object({ version: z.literal(1), number: z.number(), round: z.number() })

type ReasonState = z.infer<typeof state>

/** What needs words of the client before it happens. */
const purposes = {
  [sceneNames.rejectSolution]: { question: 'client-reject-why', act: rejectSolution },
  [sceneNames.reopenTicket]: { question: 'client-reopen-why', act: reopenByClient },
} as const

type Purpose = keyof typeof purposes

/** The dialogue that asks for a reason; nothing changes before it is there. */
export function giveReasonScene(deps: BotDeps, purpose: Purpose): Scenes.BaseScene<DeskContext> {
  const scene = new Scenes.BaseScene<DeskContext>(purpose)

  scene.enter((ctx) => {
    const reason = state.parse(ctx.scene.state)
    const data = pack({ action: 'step', draft: keyOf(reason), step: 0, value: 'cancel' })
    toast(ctx)
    ctx.work.send({
      kind: 'put',
      place: ownChat(ctx),
      slot: slotOf(reason),
      content: {
        text: `#${String(reason.number)}: ${ctx.t(purposes[purpose].question)}`,
        entities: [],
        buttons: [[{ label: ctx.t('form-cancel'), data }]],
      },
    })
  })

  scene.on('callback_query', async (ctx, next) => {
    const query = ctx.callbackQuery
    const press = 'data' in query ? unpack(query.data) : null
    const reason = state.safeParse(ctx.scene.state)
    const isOurs = press?.action === 'step' && reason.success
    if (!isOurs || press.draft !== keyOf(reason.data)) {
      await next()
      return
    }
    toast(ctx)
    await leave(ctx, reason.data, ctx.t('form-cancelled'))
  })

  scene.on('message', async (ctx, next) => {
    const reason = state.safeParse(ctx.scene.state)
    if (!reason.success) {
      await ctx.scene.leave()
      await next()
    } else await giveReason(ctx, deps, purpose, reason.data)
  })

  return scene
}

async function giveReason(
  ctx: DeskContext,
  deps: BotDeps,
  purpose: Purpose,
  { number, round }: ReasonState,
): Promise<void> {
  const reason = { version: 1, number, round } as const
  const { written } = ctx
  const { person, now } = ctx.work
  if (written === null || person === null) {
    ctx.work.ignore('nothing a ticket could keep')
    return
  }
  const tx = await ctx.work.transaction()
  const said = { number, proposalNo: round, person, written, now }
  const verdict = await purposes[purpose].act(tx, deps, said)
  if (verdict.ok) {
    await leave(ctx, reason, ctx.t('form-sent'))
    await tell(ctx, deps, verdict.changes)
    return
  }
  const text = ctx.t(`refusal-${verdict.reason}`)
  if (verdict.reason === 'reason_too_short' || verdict.reason === 'reason_missing') {
    ctx.work.send({ kind: 'say', place: ownChat(ctx), content: { text, entities: [] } })
  } else await leave(ctx, reason, text)
}

async function leave(ctx: DeskContext, reason: ReasonState, text: string): Promise<void> {
  const place = ownChat(ctx)
  const slot = slotOf(reason)
  await ctx.scene.leave()
  const content = { text: `#${String(reason.number)}: ${text}`, entities: [] }
  ctx.work.send({ kind: 'put', place, slot, content }, { kind: 'release', place, slot })
}

function keyOf({ number }: ReasonState): string {
  return `reason-${String(number)}`
}

function slotOf({ number, round }: ReasonState): SlotKey {
  return packSlot({ kind: 'reason', ticket: number, round })
}
