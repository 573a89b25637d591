import { Scenes } from 'telegraf'
import { z } from 'zod'

import type { BotDeps } from '../bot/bot-deps.ts'
import { pack, unpack } from '../bot/callback-data.ts'
import type { DeskContext } from '../bot/desk-context.ts'
import { present } from '../bot/present.ts'
import { toast } from '../bot/toast.ts'
import type { Place } from '../services/notifier/outgoing.ts'
import { rejectSolution } from '../services/tickets/decide-solution.ts'
import { sceneNames } from './scene-names.ts'

const state = z.object({ version: z.literal(1), number: z.number(), proposalNo: z.number() })

type RejectState = z.infer<typeof state>

/** The dialogue that asks why a solution does not help; nothing changes before the reason is there. */
export function rejectSolutionScene(deps: BotDeps): Scenes.BaseScene<DeskContext> {
  const scene = new Scenes.BaseScene<DeskContext>(sceneNames.rejectSolution)

  scene.enter((ctx) => {
    const reject = state.parse(ctx.scene.state)
    const data = pack({ action: 'step', draft: keyOf(reject), step: 0, value: 'cancel' })
    toast(ctx)
    ctx.work.send({
      ...{ kind: 'put', place: chatOf(ctx), slot: slotOf(reject) },
      content: {
        ...{ text: `#${String(reject.number)}: ${ctx.t('client-reject-why')}`, entities: [] },
        buttons: [[{ label: ctx.t('form-cancel'), data }]],
      },
    })
  })

  scene.on('callback_query', async (ctx, next) => {
    const query = ctx.callbackQuery
    const press = 'data' in query ? unpack(query.data) : null
    const reject = state.safeParse(ctx.scene.state)
    const isOurs = press?.action === 'step' && reject.success
    if (!isOurs || press.draft !== keyOf(reject.data)) {
      await next()
      return
    }
    toast(ctx)
    await leave(ctx, reject.data, ctx.t('form-cancelled'))
  })

  scene.on('message', async (ctx, next) => {
    const reject = state.safeParse(ctx.scene.state)
    if (!reject.success) {
      await ctx.scene.leave()
      await next()
    } else await giveReason(ctx, deps, reject.data)
  })

  return scene
}

async function giveReason(ctx: DeskContext, deps: BotDeps, reject: RejectState): Promise<void> {
  const { written } = ctx
  const { person, now } = ctx.work
  if (written === null || person === null) {
    ctx.work.ignore('nothing a ticket could keep')
    return
  }
  const tx = await ctx.work.transaction()
  const verdict = await rejectSolution(tx, deps, { ...reject, person, written, now })
  if (verdict.ok) {
    await leave(ctx, reject, ctx.t('form-sent'))
    ctx.work.send(...present(verdict.change, { ...deps, now }))
    return
  }
  const text = ctx.t(`refusal-${verdict.reason}`)
  if (verdict.reason === 'reason_too_short') {
    ctx.work.send({ kind: 'say', place: chatOf(ctx), content: { text, entities: [] } })
  } else await leave(ctx, reject, text)
}

async function leave(ctx: DeskContext, reject: RejectState, text: string): Promise<void> {
  const place = chatOf(ctx)
  const slot = slotOf(reject)
  await ctx.scene.leave()
  const content = { text: `#${String(reject.number)}: ${text}`, entities: [] }
  ctx.work.send({ kind: 'put', place, slot, content }, { kind: 'release', place, slot })
}

function keyOf({ number }: RejectState): string {
  return `reject-${String(number)}`
}

function slotOf({ number, proposalNo }: RejectState): string {
  return `reject:${String(number)}:${String(proposalNo)}`
}

function chatOf(ctx: DeskContext): Place {
  return { kind: 'person', chatId: ctx.chat?.id ?? 0 }
}
