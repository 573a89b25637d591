import type { Middleware } from 'telegraf'

import { chooseLanguage } from '../locales/language.ts'
import type { Work } from '../services/intake/work.ts'
import type { BotDeps } from './update/bot-deps.ts'
import type { DeskContext } from './update/desk-context.ts'
import { readWritten } from './update/read-written.ts'

/**
 * Puts on the context what every handler needs. The session that Telegraf's scenes use is the
 * dialogue's stored state: it is written back with the update's own commit, and only when it
 * changed (docs/decisions/0006).
 */
export function attachDesk(
  { desk, texts }: BotDeps,
  workOf: (ctx: DeskContext) => Work | undefined,
): Middleware<DeskContext> {
  return async (ctx, next) => {
    const work = workOf(ctx)
    if (work === undefined) throw new Error('An update without its unit of work')
    const isPrivate = ctx.chat?.type === 'private'
    const { person } = work
    const language = isPrivate
      ? chooseLanguage(person?.language, ctx.from?.language_code, desk.languages)
      : desk.languages[0]
    ctx.work = work
    ctx.db = work.db
    ctx.desk = desk
    ctx.language = language
    ctx.t = texts(language)
    ctx.agent = null
    ctx.zone = (isPrivate ? person?.timezone : null) ?? desk.timezone
    ctx.written = readWritten(work.updates.map(({ payload }) => payload['message']))
    ctx.album = null
    ctx.cameMeanwhile = []
    if (!isPrivate) return next()

    const before = JSON.stringify(work.dialogue ?? null)
    ctx.session = work.dialogue ?? {}
    await next()
    const state: unknown = isEmpty(ctx.session) ? null : ctx.session
    if (JSON.stringify(state) !== before) work.saveDialogue(state)
  }
}

function isEmpty(state: unknown): boolean {
  if (state === null || state === undefined) return true
  const { __scenes: scene, ...rest } = state as { __scenes?: object }
  return Object.keys(rest).length === 0 && Object.keys(scene ?? {}).length === 0
}
