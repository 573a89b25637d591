import { Scenes } from 'telegraf'

import type { BotDeps } from '../bot/update/bot-deps.ts'
import type { DeskContext } from '../bot/update/desk-context.ts'
import { answerRequestScene } from './answer-request.ts'
import { openTicketScene } from './open-ticket.ts'
import { rateTicketScene } from './rate-ticket.ts'
import { giveReasonScene } from './give-reason.ts'
import { sceneNames } from './scene-names.ts'

/** All dialogues with clients. */
export function createStage(deps: BotDeps): Scenes.Stage<DeskContext> {
  return new Scenes.Stage<DeskContext>([
    openTicketScene(deps),
    answerRequestScene(deps),
    giveReasonScene(deps, sceneNames.rejectSolution),
    giveReasonScene(deps, sceneNames.reopenTicket),
    rateTicketScene(deps),
  ])
}
