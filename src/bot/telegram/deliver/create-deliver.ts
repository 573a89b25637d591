import type { Desk } from '../../../desk/desk.ts'
import { chooseLanguage } from '../../../locales/language.ts'
import type { Texts } from '../../../locales/texts.ts'
import type { Queryable } from '../../../services/intake/work.ts'
import { isLastAttempt, type Outcome, type OutboxRow } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { planEffects } from '../../../services/notifier/plan-effects.ts'
import { createWhereabouts } from '../../../services/notifier/whereabouts.ts'
import { setReachable } from '../../../services/telegram/contact-points.ts'
import type { PrivateChats } from '../../../services/telegram/private-chats.ts'
import { keepSent } from '../../../services/tickets/unsend-message.ts'
import { wordsOfMessage } from '../../../services/tickets/words-of-message.ts'
import { adopt } from './adopt.ts'
import { afterFailure, withFollowUps } from './after-failure.ts'
import { answer } from './answer.ts'
import { asItIsNow } from './as-it-is-now.ts'
import { beginAttempt, type Attempt, type AttemptDeps } from './attempt.ts'
import { copy } from './copy.ts'
import { markDelivered } from './delivery-mark.ts'
import { files } from './files.ts'
import type { Ended } from './in-order.ts'
import { leave } from './leave.ts'
import { createNewestSent } from './newest-sent.ts'
import { retryMs } from './outcome-of.ts'
import { pin } from './pin.ts'
import { put } from './put.ts'
import { react } from './react.ts'
import { release } from './release.ts'
import { removeTopic } from './remove-topic.ts'
import { createRemarks, remarkOfUnshown } from './remarks.ts'
import { revise } from './revise.ts'
import { say } from './say.ts'
import { strip } from './strip.ts'
import { topic } from './topic.ts'
import { createTopicIcons } from './topic-icons.ts'
import { unsend } from './unsend.ts'

export interface DeliverDeps extends Pick<
  AttemptDeps,
  'call' | 'staffChat' | 'staffGroup' | 'pace' | 'log'
> {
  db: Queryable
  privateChats: PrivateChats
  desk: Pick<Desk, 'languages'>
  texts: Texts
}

/**
 * Makes the function that tries once to deliver a row: it resolves place and slot, calls Telegram,
 * repairs what can be repaired, and says how it ended. It never rejects.
 */
export function createDeliver(deps: DeliverDeps): (row: OutboxRow) => Promise<Outcome> {
  const { call, db, desk, texts, staffChat, staffGroup, privateChats, pace, log } = deps
  const attemptDeps: AttemptDeps = {
    call,
    staffChat,
    staffGroup,
    pace,
    log,
    newestSent: createNewestSent(),
    whereabouts: createWhereabouts(db),
    wordsOf: (message) => wordsOfMessage(db, message),
    keepSent: (message) => keepSent(db, message),
    toAuthor({ language, languageCode }, unshown, isPart) {
      const t = texts(chooseLanguage(language, languageCode ?? undefined, desk.languages))
      return remarkOfUnshown(t, unshown, isPart)
    },
    remarks: createRemarks(texts(desk.languages[0])),
    topicIcons: createTopicIcons(call),
    privateChatOf: (personId) => privateChats.chatOf(personId),
    async unreachable(chatId) {
      privateChats.forget(chatId)
      await setReachable(db, chatId, false)
    },
  }
  return async (row) => {
    const attempt = beginAttempt(attemptDeps, row)
    try {
      const outcome = await deliver(attempt)
      const isEnd = outcome.state === 'sent' || outcome.state === 'retry'
      const isUnspent = isEnd && attempt.calls === 0
      return isUnspent ? { ...outcome, unspent: true } : outcome
    } catch (error) {
      log.error({ err: error, outboxId: row.id }, 'An attempt to send broke off')
      const reason = error instanceof Error ? error.message : String(error)
      return attempt.calls > 0
        ? { state: 'unknown', error: reason }
        : { state: 'retry', afterMs: retryMs(attempt), error: reason }
    }
  }
}

/** Sends the first message of an effect; the others, if it was not cut up before, become rows. */
async function deliver(attempt: Attempt): Promise<Outcome> {
  const now = await asItIsNow(attempt)
  if ('outcome' in now) return now.outcome
  const [first, ...rest] = planEffects(now.effect)
  const ended = await deliverOne(attempt, first)
  if (ended.state === 'retry') return ended
  if (ended.state === 'sent') {
    const { isContinued, unshown: _none, ...outcome } = ended
    const marks = isContinued ? [] : await markDelivered(attempt, first)
    return withFollowUps(outcome, [...rest, ...marks])
  }
  const outcome = await afterFailure(attempt, first, ended)
  const isOver =
    outcome.state === 'retry' || (outcome.state === 'unknown' && !isLastAttempt(attempt.row))
  // Whoever is gone gets nothing of the rest.
  return isOver || attempt.recipientGone ? outcome : withFollowUps(outcome, rest)
}

function deliverOne(attempt: Attempt, effect: Outgoing): Promise<Ended> {
  switch (effect.kind) {
    case 'say':
      return say(attempt, effect)
    case 'put':
      return put(attempt, effect)
    case 'release':
      return release(attempt, effect.slot)
    case 'pin':
      return pin(attempt, effect.slot)
    case 'copy':
      return copy(attempt, effect)
    case 'files':
      return files(attempt, effect)
    case 'revise':
      return revise(attempt, effect)
    case 'unsend':
      return unsend(attempt, effect)
    case 'react':
      return react(attempt, effect)
    case 'answer':
      return answer(attempt, effect)
    case 'strip':
      return strip(attempt, effect.at)
    case 'topic':
      return topic(attempt, effect)
    case 'remove_topic':
      return removeTopic(attempt, effect)
    case 'leave':
      return leave(attempt, effect.chatId)
    case 'adopt':
      return adopt(attempt, effect)
  }
}
