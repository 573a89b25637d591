import { Scenes } from 'telegraf'
import { z } from 'zod'

import { pack, unpack } from '../bot/buttons/callback-data.ts'
import { tell } from '../bot/telling/tell.ts'
import type { BotDeps } from '../bot/update/bot-deps.ts'
import type { DeskContext } from '../bot/update/desk-context.ts'
import { ownChat } from '../bot/update/own-chat.ts'
import { readEdit } from '../bot/update/read-edit.ts'
import { toast } from '../bot/update/toast.ts'
import { addLateItems } from '../domain/album.ts'
import { hasRoomFor } from '../domain/draft-room.ts'
import { lines } from '../domain/formatted.ts'
import type { WrittenMessage } from '../domain/message.ts'
import { joinedPieces, withPieceAmong } from '../domain/pieces.ts'
import { packSlot, type SlotKey } from '../services/notifier/slot.ts'
import { recordClientMessage } from '../services/tickets/record-client-message.ts'
import { writtenInState } from './draft.ts'
import { sceneNames } from './scene-names.ts'

const state = z.object({
  version: z.literal(1),
  number: z.number(),
  purpose: z.enum(['answer', 'message']),
  messages: z.array(writtenInState),
})

/** An answer, or details, that a client is writing to a ticket. */
export type AnswerState = z.infer<typeof state>

/** The dialogue that collects texts and files for a ticket until `Done`. */
export function answerRequestScene(deps: BotDeps): Scenes.BaseScene<DeskContext> {
  const scene = new Scenes.BaseScene<DeskContext>(sceneNames.answerRequest)

  scene.enter((ctx) => {
    const answer = state.parse(ctx.scene.state)
    show(ctx, answer)
  })

  scene.on('callback_query', async (ctx, next) => {
    const query = ctx.callbackQuery
    const press = 'data' in query ? unpack(query.data) : null
    const answer = state.safeParse(ctx.scene.state)
    const isOurs = press?.action === 'step' && answer.success
    if (!isOurs || press.draft !== keyOf(answer.data)) {
      await next()
      return
    }
    if (press.value === 'cancel') await leave(ctx, answer.data, ctx.t('form-cancelled'))
    else if (answer.data.messages.length === 0) toast(ctx, ctx.t('refusal-nothing_said'))
    else await send(ctx, deps, answer.data)
  })

  scene.on('message', async (ctx, next) => {
    const answer = state.safeParse(ctx.scene.state)
    if (!answer.success) {
      await ctx.scene.leave()
      await next()
    } else if (ctx.written === null) ctx.work.ignore('nothing a ticket could keep')
    else {
      const { messages } = answer.data
      const joined = addLateItems(messages, ctx.album?.first ?? null, ctx.written)
      if (joined === null && !hasRoomFor(messages, ctx.written)) {
        const content = { text: ctx.t('form-full'), entities: [] }
        ctx.work.send({ kind: 'say', place: ownChat(ctx), content })
      } else show(ctx, { ...answer.data, messages: joined ?? [...messages, ctx.written] })
    }
  })

  scene.on('edited_message', async (ctx, next) => {
    const answer = state.safeParse(ctx.scene.state)
    const edit = readEdit(ctx)
    const messages =
      answer.success && edit !== null
        ? withPieceAmong(answer.data.messages, edit.place, edit.piece)
        : null
    if (!answer.success || messages === null) await next()
    else ctx.scene.state = { ...answer.data, messages } satisfies AnswerState
  })

  return scene
}

async function send(ctx: DeskContext, deps: BotDeps, answer: AnswerState): Promise<void> {
  const { person, now } = ctx.work
  const written = joined(answer.messages)
  if (person === null || written === null) return
  const { number, purpose } = answer
  const tx = await ctx.work.transaction()
  const verdict = await recordClientMessage(tx, deps, { number, person, written, purpose, now })
  if (!verdict.ok) {
    await leave(ctx, answer, ctx.t(`refusal-${verdict.reason}`))
    return
  }
  // A change of the status brings a notice of its own.
  const isDecided = verdict.changes.some((one) => one.about === 'ticket' && one.statusChanged)
  await leave(ctx, answer, isDecided ? null : ctx.t('client-added'))
  await tell(ctx, deps, verdict.changes)
}

/** Several messages as one: texts one below the other, all files, all places. */
function joined(messages: WrittenMessage[]): WrittenMessage | null {
  const [first, ...rest] = messages
  if (first === undefined) return null
  return {
    ...first,
    ...lines(messages),
    attachments: messages.flatMap(({ attachments }) => attachments),
    places: messages.flatMap(({ places }) => places),
    ...joinedPieces(messages),
    sentAt: rest.at(-1)?.sentAt ?? first.sentAt,
  }
}

function show(ctx: DeskContext, answer: AnswerState): void {
  const { number, purpose, messages } = answer
  ctx.scene.state = answer
  const { t } = ctx
  const question = t(purpose === 'answer' ? 'client-answer' : 'client-add')
  const count = messages.length
  const counted = count === 0 ? '' : `\n${t('form-messages', { count })}`
  const press = (value: string) => pack({ action: 'step', draft: keyOf(answer), step: 0, value })
  toast(ctx)
  ctx.work.send({
    kind: 'put',
    place: ownChat(ctx),
    slot: slotOf(ctx, answer),
    content: {
      text: `#${String(number)}: ${question}${counted}`,
      entities: [],
      buttons: [
        ...(count === 0 ? [] : [[{ label: t('form-done'), data: press('done') }]]),
        [{ label: t('form-cancel'), data: press('cancel') }],
      ],
    },
  })
}

/** @param text in place of the question; null leaves it as it stands, without its buttons */
async function leave(ctx: DeskContext, answer: AnswerState, text: string | null): Promise<void> {
  const place = ownChat(ctx)
  const slot = slotOf(ctx, answer)
  toast(ctx)
  await ctx.scene.leave()
  if (text !== null) {
    const content = { text: `#${String(answer.number)}: ${text}`, entities: [] }
    ctx.work.send({ kind: 'put', place, slot, content })
  }
  ctx.work.send({ kind: 'release', place, slot })
}

function keyOf({ number, purpose }: AnswerState): string {
  return `${purpose}-${String(number)}`
}

function slotOf(ctx: DeskContext, { number, purpose }: AnswerState): SlotKey {
  return packSlot({ kind: purpose, ticket: number, chatId: ctx.chat?.id ?? 0 })
}
