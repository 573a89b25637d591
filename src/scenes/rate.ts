import type { PressOf } from '../bot/buttons/callback-data.ts'
import { tell } from '../bot/telling/tell.ts'
import type { BotDeps } from '../bot/update/bot-deps.ts'
import type { DeskContext } from '../bot/update/desk-context.ts'
import { ownChat } from '../bot/update/own-chat.ts'
import { dimensionAfter, ratingStep } from '../bot/views/rating.ts'
import { ratingDimensions, type RatingDimension } from '../domain/rating.ts'
import type { Ticket } from '../domain/ticket.ts'
import { packSlot } from '../services/notifier/slot.ts'
import { mayRate, rateTicket, type Opinion } from '../services/tickets/rate-ticket.ts'
import { sceneNames } from './scene-names.ts'

/** One score, or 0 for none; the next question takes its place. */
export async function rate(
  ctx: DeskContext,
  deps: BotDeps,
  found: PressOf<'rate'>,
): Promise<boolean> {
  const dimension = ratingDimensions.find((one) => one === found.dimension)
  if (dimension === undefined || found.value > 5) return false
  const { ticket: number, closure: closureNo, value } = found
  const closure = { number, closureNo }
  const ticket =
    value === 0
      ? await ratedTicket(ctx, deps, closure)
      : await keepOpinion(ctx, deps, closure, { score: { dimension, value } })
  if (ticket === null) return false
  const next = dimensionAfter(dimension)
  if (next !== null) ask(ctx, ticket, next)
  else {
    const since = ctx.work.now.getTime()
    await ctx.scene.enter(sceneNames.rateTicket, { version: 1, ...closure, since })
  }
  return true
}

/** The first question once more: within its window a rating can be changed. */
export async function rateAgain(
  ctx: DeskContext,
  deps: BotDeps,
  { ticket: number, closure: closureNo }: PressOf<'rerate'>,
): Promise<boolean> {
  const ticket = await ratedTicket(ctx, deps, { number, closureNo })
  if (ticket === null) return false
  ask(ctx, ticket, ratingDimensions[0])
  return true
}

interface Closure {
  number: number
  closureNo: number
}

/**
 * Keeps a score or a comment.
 *
 * @returns null when it is too late, or was never this person's to rate
 */
export async function keepOpinion(
  ctx: DeskContext,
  deps: BotDeps,
  closure: Closure,
  opinion: Opinion,
): Promise<Ticket | null> {
  const { person, now } = ctx.work
  if (person === null) return null
  const tx = await ctx.work.transaction()
  const verdict = await rateTicket(tx, deps, { ...closure, person, now }, opinion)
  if (!verdict.ok) return null
  await tell(ctx, deps, verdict.changes)
  return verdict.ticket
}

async function ratedTicket(
  ctx: DeskContext,
  deps: BotDeps,
  closure: Closure,
): Promise<Ticket | null> {
  const { person, now } = ctx.work
  if (person === null) return null
  const verdict = await mayRate(await ctx.work.transaction(), deps, { ...closure, person, now })
  return verdict.ok ? verdict.ticket : null
}

function ask(ctx: DeskContext, ticket: Ticket, dimension: RatingDimension): void {
  const place = ownChat(ctx)
  const slot = packSlot({ kind: 'rating', ticket: ticket.number, closure: ticket.closureNo })
  ctx.work.send({ kind: 'put', place, slot, content: ratingStep(ticket, dimension, ctx.t) })
}
