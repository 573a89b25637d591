import { Composer, type MiddlewareFn } from 'telegraf'

import { nameOfUser } from '../../domain/shown-name.ts'
import { memberNow } from '../telegram/member.ts'
import { packSlot } from '../../services/notifier/slot.ts'
import { saveClient, setReachable } from '../../services/telegram/contact-points.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { createStage } from '../../scenes/stage.ts'
import { obeyCommands } from './commands.ts'
import { continueAlbum } from './continue-album.ts'
import { createFloodGate } from './flood-gate.ts'
import { press } from './press.ts'
import { react } from './react.ts'
import { answerUnfiled, revise } from './revise.ts'
import { routeMessage } from './route-message.ts'

/** Everything that happens in private chats. */
export function clientChat(deps: BotDeps): MiddlewareFn<DeskContext> {
  const client = new Composer<DeskContext>()
  const stage = createStage(deps)
  stage.use(obeyCommands(deps))

  client.on('my_chat_member', followBlocking)
  client.use(rememberPerson)
  client.use(continueAlbum(deps))
  client.use(slowDown(deps))
  client.on('message_reaction', (ctx) => react(ctx, deps))
  client.on('edited_message', (ctx, next) => revise(ctx, deps, next))
  client.use(stage.middleware())
  client.on('callback_query', (ctx) => press(ctx, deps))
  client.on('edited_message', answerUnfiled)
  client.on('message', (ctx) => routeMessage(ctx, deps))
  client.use((ctx) => ctx.work.ignore(`${ctx.updateType} in a private chat`))

  return Composer.optional((ctx) => ctx.chat?.type === 'private', client)
}

/** Who writes too fast is handled slower, and told so once; nothing of it is dropped. */
function slowDown({ desk }: BotDeps): MiddlewareFn<DeskContext> {
  const gate = createFloodGate(desk.limits.messagesPerMinute)
  return async (ctx, next) => {
    const { person, updates } = ctx.work
    const [update] = updates
    if (person !== null && update !== undefined) {
      const { restMs, telling } = gate(person.id, update)
      if (restMs > 0) ctx.work.rest(restMs)
      if (telling !== null) tellOfSlowness(ctx, person.id, telling)
    }
    await next()
  }
}

/** By a slot, so that a desk that was started again meanwhile does not say it twice. */
function tellOfSlowness(ctx: DeskContext, personId: number, telling: string): void {
  ctx.work.send({
    kind: 'put',
    place: { kind: 'person', personId },
    slot: packSlot({ kind: 'slower', personId, telling }),
    content: { text: ctx.t('client-slower'), entities: [] },
  })
}

/** While a person blocks the bot nothing can be delivered to him. */
const followBlocking: MiddlewareFn<DeskContext> = async (ctx) => {
  const status = memberNow(ctx.myChatMember)?.status
  const userId = ctx.chat?.id
  if (userId === undefined || status === undefined) {
    ctx.work.ignore('a change of members that does not say what is now')
    return
  }
  await setReachable(await ctx.work.transaction(), userId, status !== 'kicked')
}

/** A request of somebody unknown is never lost: whoever writes is known from then on. */
const rememberPerson: MiddlewareFn<DeskContext> = async (ctx, next) => {
  const { from, work } = ctx
  if (from === undefined || from.is_bot) {
    work.ignore('nobody wrote this')
    return
  }
  const name = nameOfUser(from)
  const { username = null, language_code: languageCode = null } = from
  const { person, contact } = work
  const isCurrent =
    person?.name === name &&
    person.languageCode === languageCode &&
    contact?.handle === username &&
    contact.reachable
  if (!isCurrent) {
    const tx = await work.transaction()
    const telegramUserId = from.id
    work.person = await saveClient(tx, { telegramUserId, name, username, languageCode }, work.now)
  }
  await next()
}
