import type { TelegramUser } from '@gramio/types'

import { describeFailure, type Answer } from '../../bot/telegram/calls/failure.ts'
import { ok, unseen, warning, wrong, type Line } from './line.ts'
import type { GroupFacts, Surroundings } from './surroundings.ts'

/** Whose the token is, and what @BotFather was told of the bot. */
export async function lookAtBot({ bot, group }: Surroundings): Promise<Line[]> {
  return judgeBot(...(await Promise.all([bot(), group()])))
}

export function judgeBot(me: Answer<TelegramUser>, group: GroupFacts): Line[] {
  if (!me.ok) return [judgeToken(me.failure)]
  const bot = me.result
  return [
    ok('token', `of the bot "${bot.first_name}" (@${bot.username ?? ''})`),
    judgeJoining(bot, group),
    judgePrivacy(bot, group),
  ]
}

function judgeToken(failure: Extract<Answer, { ok: false }>['failure']): Line {
  const what = 'token'
  if (failure.kind === 'refused' && [401, 404].includes(failure.code)) {
    const todo =
      'Send /mybots to @BotFather, choose the bot, "API Token", and set BOT_TOKEN to what it shows.'
    return wrong(what, `Telegram does not know it (${describeFailure(failure)})`, todo)
  }
  const todo = 'Check the network, a firewall, and TELEGRAM_API_ROOT if it is set.'
  return wrong(what, `Telegram cannot be asked (${describeFailure(failure)})`, todo)
}

/** Counts only until it is in the group. */
function judgeJoining({ can_join_groups: mayJoin }: TelegramUser, group: GroupFacts): Line {
  const what = 'joining groups'
  if (mayJoin !== false) return ok(what, 'allowed')
  if (group.kind === 'known' && !['left', 'kicked'].includes(group.member.status)) {
    return ok(what, 'not allowed, which does not matter: it is in the group')
  }
  const todo =
    'Send /setjoingroups to @BotFather, choose the bot, "Enable", and add it to the group.'
  return wrong(what, 'not allowed, so it cannot be added to the group', todo)
}

/** An administrator hears everything, whatever its privacy mode: https://core.telegram.org/bots/features#privacy-mode */
function judgePrivacy(
  { can_read_all_group_messages: hearsAll }: TelegramUser,
  group: GroupFacts,
): Line {
  const what = 'privacy mode'
  if (hearsAll === true) return ok(what, 'off')
  if (group.kind === 'none') return ok(what, 'on, which an administrator need not mind')
  if (group.kind !== 'known') return unseen(what, 'it depends on the staff group')
  if (['administrator', 'creator'].includes(group.member.status)) {
    return ok(what, 'on, which does not matter: the bot is an administrator')
  }
  const todo =
    'Make the bot an administrator of the group: then it hears all that is written there.'
  return warning(what, 'on, so what agents answer does not reach the bot', todo)
}
