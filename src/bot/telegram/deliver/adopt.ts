import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { rightsToBeNamed } from '../../../domain/staff-right.ts'
import { missingRights } from '../rights/missing-rights.ts'
import { callIn, type Attempt } from './attempt.ts'
import { sendTo } from './send-to.ts'

/** The account behind which administrators write anonymously; nobody else can use it. */
const anonymousAdministratorId = 1087968824

/**
 * Makes a group the staff group if the person is its administrator, it has topics, and the bot may
 * manage them. The group is told how it ended, and all that is missing at once.
 */
export async function adopt(
  attempt: Attempt,
  { chatId, threadId, userId }: Extract<Outgoing, { kind: 'adopt' }>,
): Promise<Outcome> {
  const { remarks } = attempt
  const place = { kind: 'chat', chatId, threadId } as const
  const say = (text: string): Outcome => ({
    state: 'sent',
    followUps: [{ kind: 'say', place, content: { text, entities: [] } }],
  })

  if (userId !== anonymousAdministratorId) {
    const member = await sendTo(attempt, place, (target) =>
      callIn(attempt, target.chatId, 'getChatMember', { chat_id: target.chatId, user_id: userId }),
    )
    if (!member.ok) return member.outcome
    const { status } = member.result
    if (status !== 'creator' && status !== 'administrator') return say(remarks.needsAdmin())
  }
  const chat = await sendTo(attempt, place, (target) =>
    callIn(attempt, target.chatId, 'getChat', { chat_id: target.chatId }),
  )
  if (!chat.ok) return chat.outcome

  const bot = await sendTo(attempt, place, async (target) => {
    const me = await attempt.call('getMe')
    if (!me.ok) return me
    const own = { chat_id: target.chatId, user_id: me.result.id }
    return callIn(attempt, target.chatId, 'getChatMember', own)
  })
  if (!bot.ok) return bot.outcome
  const missing = missingRights(bot.result, chat.result)
  // Without pins a desk works; the group is told of them as of all that it lacks.
  if (missing.some((right) => right !== 'pin_messages')) {
    return say(remarks.notReady(rightsToBeNamed(missing)))
  }
  const isAdopted = await attempt.staffChat.adopt(bot.target.chatId)
  return say(isAdopted ? remarks.adopted() : remarks.alreadySet())
}
