import { Scenes } from 'telegraf'

import type { BotDeps } from '../bot/bot-deps.ts'
import type { DeskContext } from '../bot/desk-context.ts'
import { answerRequestScene } from './answer-request.ts'
import { openTicketScene } from './open-ticket.ts'
import { rateTicketScene } from './rate-ticket.ts'
import { rejectSolutionScene } from './reject-solution.ts'

/** All dialogues with clients. */
export function createStage(deps: BotDeps): Scenes.Stage<DeskContext> {
  return new Scenes.Stage<DeskContext>([
    openTicketScene(deps),
    answerRequestScene(deps),
    rejectSolutionScene(deps),
    rateTicketScene(deps),
  ])
}
