import type { MiddlewareFn } from 'telegraf'

import { withLateItems } from '../../domain/album.ts'
import { continueMessage } from '../../services/tickets/continue-message.ts'
import { heldAtPlace, reviseHeld } from '../../services/tickets/held-messages.ts'
import { messageAtPlace } from '../../services/tickets/read-messages.ts'
import type { DeskContext } from '../update/desk-context.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import { tell } from '../telling/tell.ts'

/**
 * What comes late of a client's album belongs to the message its first items are: in a ticket, or
 * waiting for his word which one. One that is in a dialogue is found there (scenes/). An album that
 * went nowhere leaves its rest to be read like anything else.
 */
export function continueAlbum(deps: BotDeps): MiddlewareFn<DeskContext> {
  return async (ctx, next) => {
    const { album, written, work } = ctx
    const { person } = work
    if (album === null || written === null || person === null) return next()
    const message = await messageAtPlace(ctx.db, album.first)
    const tx = await work.transaction()
    if (message !== null) {
      const verdict = await continueMessage(tx, { first: album.first, written })
      if (!verdict.ok) return next()
      await tell(ctx, deps, verdict.changes)
      return
    }
    const held = await heldAtPlace(tx, person.id, album.first)
    if (held === null) return next()
    await reviseHeld(tx, held.id, withLateItems(held.written, written))
  }
}
