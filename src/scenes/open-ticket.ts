import { randomBytes } from 'node:crypto'

import { Scenes } from 'telegraf'

import type { BotDeps } from '../bot/update/bot-deps.ts'
import { unpack } from '../bot/buttons/callback-data.ts'
import type { DeskContext } from '../bot/update/desk-context.ts'
import { ownChat } from '../bot/update/own-chat.ts'
import { readEdit } from '../bot/update/read-edit.ts'
import { tell } from '../bot/telling/tell.ts'
import type { WrittenMessage } from '../domain/message.ts'
import { packSlot, type SlotKey } from '../services/notifier/slot.ts'
import { beyondDraft, giveBeyondDraft, keepBeyondDraft } from '../services/tickets/beyond-draft.ts'
import { openTicket } from '../services/tickets/open-ticket.ts'
import { toast } from '../bot/update/toast.ts'
import { newDraft, readDraft, type Draft } from './draft.ts'
import { editDraft } from './edit-draft.ts'
import { advance, stepsOf, type FormInput, type FormVerdict } from './form.ts'
import { presentForm } from './present-form.ts'
import { sceneNames } from './scene-names.ts'

/** What a draft may begin with: the message that made the client think of a ticket. */
interface Entry {
  written?: WrittenMessage
  /** The closed ticket it is about. */
  followUpOf?: number
}

/** The dialogue in which a client opens a ticket: one message, edited from step to step. */
export function openTicketScene(deps: BotDeps): Scenes.BaseScene<DeskContext> {
  const scene = new Scenes.BaseScene<DeskContext>(sceneNames.openTicket)

  scene.enter((ctx) => {
    const { written, followUpOf } = ctx.scene.state as Entry
    const draft = newDraft(randomBytes(6).toString('base64url'), followUpOf)
    save(ctx, written === undefined ? draft : { ...draft, description: [written] })
  })

  scene.on('callback_query', async (ctx, next) => {
    const query = ctx.callbackQuery
    const press = 'data' in query ? unpack(query.data) : null
    if (press?.action !== 'step') {
      await next()
      return
    }
    const draft = readDraft(ctx.scene.state)
    const steps = draft === null ? [] : stepsOf(draft, deps.desk)
    if (draft?.draftId !== press.draft || steps[press.step] !== draft.step) {
      toast(ctx, ctx.t('refusal-not_current'))
      return
    }
    if (press.value === 'cancel') await cancelDraft(ctx)
    else if (press.value === 'send') await send(ctx, deps, draft)
    else if (press.value === 'other') {
      toast(ctx, ctx.t('form-other-write'))
    } else move(ctx, deps, draft, readInput(press.value, steps))
  })

  scene.on('message', async (ctx, next) => {
    const draft = readDraft(ctx.scene.state)
    if (draft === null) {
      await forget(ctx)
      await next()
    } else if (ctx.written === null) ctx.work.ignore('nothing a ticket could keep')
    else {
      const { written, album } = ctx
      const input = { kind: 'write', written, album: album?.first ?? null } as const
      const verdict = advance(draft, input, deps.desk)
      if (!verdict.ok && verdict.reason === 'full') await keepBeyond(ctx, draft, written)
      else move(ctx, deps, draft, input)
    }
  })

  scene.on('edited_message', async (ctx, next) => {
    const draft = readDraft(ctx.scene.state)
    const edit = readEdit(ctx)
    const edited = draft === null || edit === null ? null : editDraft(draft, edit.place, edit.piece)
    if (edited === null) await next()
    else save(ctx, edited)
  })

  return scene
}

/** Shows the draft of a dialogue under way anew, at the end of the chat; false when it has none. */
export function showDraftAgain(ctx: DeskContext): boolean {
  const draft = readDraft(ctx.scene.state)
  if (draft === null) return false
  ctx.work.send({ kind: 'release', place: ownChat(ctx), slot: slotOf(draft) })
  save(ctx, draft)
  return true
}

/** Ends the dialogue; nothing was sent. */
export async function cancelDraft(ctx: DeskContext): Promise<void> {
  const draft = readDraft(ctx.scene.state)
  toast(ctx)
  await ctx.scene.leave()
  if (draft === null) return
  ctx.work.send({
    kind: 'put',
    place: ownChat(ctx),
    slot: slotOf(draft),
    content: { text: ctx.t('form-cancelled'), entities: [] },
  })
}

function readInput(value: string, steps: string[]): FormInput | null {
  if (value === 'back' || value === 'done') return { kind: value }
  const match = /^([oc])-(\d+)$/.exec(value)
  if (match === null) return null
  const index = Number(match[2])
  if (match[1] === 'o') return { kind: 'choose', option: index }
  const step = steps[index]
  return step === undefined ? null : { kind: 'change', step }
}

function move(ctx: DeskContext, { desk }: BotDeps, draft: Draft, input: FormInput | null): void {
  const verdict = input === null ? null : advance(draft, input, desk)
  if (verdict?.ok === true) {
    save(ctx, verdict.draft)
    toast(ctx)
    return
  }
  const text = refusalText(ctx, desk, verdict?.reason ?? 'not_current')
  if (ctx.callbackQuery !== undefined) toast(ctx, text)
  else ctx.work.send({ kind: 'say', place: ownChat(ctx), content: { text, entities: [] } })
}

function refusalText(
  { t }: DeskContext,
  { limits }: BotDeps['desk'],
  reason: Extract<FormVerdict, { ok: false }>['reason'],
): string {
  switch (reason) {
    case 'too_many_files':
      return t('form-too-many-files', { limit: limits.attachmentsPerMessage })
    case 'full':
      return t('form-full')
    case 'needs_description':
      return t('form-needs-description')
    case 'not_current':
      return t('refusal-not_current')
  }
}

/** A draft that is full takes no more, and nothing is lost: it follows in the ticket. */
async function keepBeyond(
  ctx: DeskContext,
  { draftId }: Draft,
  written: WrittenMessage,
): Promise<void> {
  const { person, now } = ctx.work
  if (person === null) return
  const key = { personId: person.id, draftId }
  const kept = await keepBeyondDraft(await ctx.work.transaction(), key, written, now)
  if (kept === 'further') return
  const text = ctx.t(kept === 'first' ? 'form-beyond' : 'form-full')
  ctx.work.send({ kind: 'say', place: ownChat(ctx), content: { text, entities: [] } })
}

async function send(ctx: DeskContext, deps: BotDeps, draft: Draft): Promise<void> {
  const { person } = ctx.work
  if (person === null || draft.typeKey === null) return
  const { draftId, typeKey, followUpOf, answers: keyData } = draft
  const tx = await ctx.work.transaction()
  const key = { personId: person.id, draftId }
  const messages = [...draft.description, ...draft.files, ...(await beyondDraft(tx, key))]
  const verdict = await openTicket(tx, deps, {
    draftId,
    person,
    typeKey,
    followUpOf,
    keyData,
    messages,
    now: ctx.work.now,
  })
  if (!verdict.ok) {
    toast(ctx, ctx.t(`refusal-${verdict.reason}`))
    return
  }
  await giveBeyondDraft(tx, key)
  toast(ctx)
  await ctx.scene.leave()
  ctx.work.send({
    kind: 'put',
    place: ownChat(ctx),
    slot: slotOf(draft),
    content: { text: ctx.t('form-sent'), entities: [] },
  })
  await tell(ctx, deps, verdict.changes)
}

/** The stored state is of a version that is gone. */
async function forget(ctx: DeskContext): Promise<void> {
  await ctx.scene.leave()
  const content = { text: ctx.t('form-forgotten'), entities: [] }
  ctx.work.send({ kind: 'say', place: ownChat(ctx), content })
}

function save(ctx: DeskContext, draft: Draft): void {
  ctx.scene.state = draft
  const content = presentForm(draft, ctx)
  ctx.work.send({ kind: 'put', place: ownChat(ctx), slot: slotOf(draft), content })
}

function slotOf({ draftId }: Draft): SlotKey {
  return packSlot({ kind: 'wizard', draftId })
}
