import { canBeReopened } from '../../domain/guard.ts'
import { shorten } from '../../domain/subject.ts'
import { isAcknowledgement } from '../../domain/thanks.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { routeClientMessage } from '../../domain/routing.ts'
import type { WrittenMessage } from '../../domain/message.ts'
import type { Person } from '../../domain/people.ts'
import { sceneNames } from '../../scenes/scene-names.ts'
import { ticketOfClientAt } from '../../services/tickets/client-ticket.ts'
import { heldMessage, holdMessage } from '../../services/tickets/held-messages.ts'
import { liveTicketsOf, readSurvivor, readTicket } from '../../services/tickets/read-tickets.ts'
import { reopenByClient } from '../../services/tickets/reopen-ticket.ts'
import { recordClientMessage } from '../../services/tickets/record-client-message.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import { pack } from '../buttons/callback-data.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { tell } from '../telling/tell.ts'
import { sayTo } from './menu.ts'

/** A message outside of any dialogue: to its ticket, to a question which one, or to a new draft. */
export async function routeMessage(ctx: DeskContext, deps: BotDeps): Promise<void> {
  const { written } = ctx
  const { person, now } = ctx.work
  if (written === null || person === null) {
    ctx.work.ignore('nothing a ticket could keep')
    return
  }
  const live = await liveTicketsOf(ctx.db, person.id)
  const { activeTicketNumber: selected, activeTicketAt: selectedAt } = person
  const active = selected === null ? null : await readSurvivor(ctx.db, selected)
  const replied = await ticketOfClientAt(ctx.db, person, written.replyTo)
  const isClosed = replied?.status === 'closed'
  const route = routeClientMessage({
    repliedTicket: isClosed ? null : (replied?.number ?? null),
    repliedClosedTicket: isClosed ? replied.number : null,
    activeTicket:
      active === null || selectedAt === null ? null : { number: active.number, selectedAt },
    liveTickets: live.map(({ number }) => number),
    activeTicketMs: deps.desk.timers.activeTicketMs,
    now,
  })
  switch (route.to) {
    case 'ticket':
      await record(ctx, deps, { number: route.number, person, written })
      return
    case 'closed':
      if (replied !== null) await askAboutClosed(ctx, deps, replied, { person, written })
      return
    case 'draft':
      await ctx.scene.enter(sceneNames.openTicket, { written })
      return
    case 'ask': {
      const tx = await ctx.work.transaction()
      const held = await holdMessage(tx, { personId: person.id, written, now })
      const button = (label: string, ticket: number) => [
        { label, data: pack({ action: 'route', held, ticket }) },
      ]
      sayTo(ctx, ctx.t('client-which'), [
        ...live
          .slice(0, 8)
          .map(({ number, subject }) =>
            button(`#${String(number)} ${shorten(subject, 30)}`, number),
          ),
        button(ctx.t('client-new-ticket'), 0),
      ])
    }
  }
}

/** The client said which ticket his message belongs to; 0 is a new one. */
export async function routeHeld(
  ctx: DeskContext,
  deps: BotDeps,
  { held, ticket: number }: { held: number; ticket: number },
): Promise<boolean> {
  const { person } = ctx.work
  if (person === null) return false
  const written = await heldMessage(await ctx.work.transaction(), held, person.id)
  if (written === null) return false
  if (number === 0) await ctx.scene.enter(sceneNames.openTicket, { written })
  else await record(ctx, deps, { number, person, written })
  return true
}

async function record(
  ctx: DeskContext,
  deps: BotDeps,
  said: { number: number; person: Person; written: WrittenMessage },
): Promise<void> {
  const { now } = ctx.work
  const tx = await ctx.work.transaction()
  const verdict = await recordClientMessage(tx, deps, { ...said, purpose: 'message', now })
  if (verdict.ok) await tell(ctx, deps, verdict.changes)
  else {
    // The ticket was closed meanwhile: what he wrote begins a new one.
    await ctx.scene.enter(sceneNames.openTicket, { written: said.written })
  }
}

/** A bare thank-you is kept silently; for anything else the client says what shall happen. */
async function askAboutClosed(
  ctx: DeskContext,
  deps: BotDeps,
  ticket: Ticket,
  { person, written }: { person: Person; written: WrittenMessage },
): Promise<void> {
  const { now } = ctx.work
  const { number } = ticket
  if (deps.desk.thanks && isAcknowledgement(written.text, written.attachments.length > 0)) {
    await record(ctx, deps, { number, person, written })
    return
  }
  const tx = await ctx.work.transaction()
  const held = await holdMessage(tx, { personId: person.id, written, closedTicket: number, now })
  const button = (label: string, reopen: 0 | 1) => [
    { label, data: pack({ action: 'follow', held, ticket: number, reopen }) },
  ]
  sayTo(ctx, `#${String(number)}: ${ctx.t('client-closed-ask')}`, [
    ...(canBeReopened(ticket, deps.desk.timers.reopenWindowMs, now)
      ? [button(ctx.t('client-reopen-number', { number }), 1)]
      : []),
    button(ctx.t('client-follow-up'), 0),
  ])
}

/** The client said what shall happen with what he wrote to a closed ticket. */
export async function followUp(
  ctx: DeskContext,
  deps: BotDeps,
  found: { held: number; ticket: number; reopen: number },
): Promise<boolean> {
  const { person, now } = ctx.work
  if (person === null) return false
  const { ticket: number } = found
  const ticket = await readTicket(ctx.db, number)
  if (ticket?.requesterId !== person.id) return false
  const tx = await ctx.work.transaction()
  const written = await heldMessage(tx, found.held, person.id)
  if (written === null) return false
  if (ticket.mergedInto !== null) {
    await record(ctx, deps, { number, person, written })
    return true
  }
  if (found.reopen === 1) {
    const verdict = await reopenByClient(tx, deps, { number, person, written, now })
    if (verdict.ok) {
      await tell(ctx, deps, verdict.changes)
      return true
    }
  }
  // Too late for reopening: what he wrote is not lost.
  await ctx.scene.enter(sceneNames.openTicket, { written, followUpOf: number })
  return true
}
