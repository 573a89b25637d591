import type { Desk } from '../../../desk/desk.ts'
import type { Texts } from '../../../locales/texts.ts'
import { isLastAttempt, type Outcome, type OutboxRow } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { planEffects } from '../../../services/notifier/plan-effects.ts'
import { createWhereabouts } from '../../../services/notifier/whereabouts.ts'
import { setReachable } from '../../../services/people/save-person.ts'
import { adopt } from './adopt.ts'
import { answer } from './answer.ts'
import { beginAttempt, type Attempt, type AttemptDeps } from './attempt.ts'
import { copy } from './copy.ts'
import { markDelivered, markFailed, markOf } from './delivery-mark.ts'
import { files } from './files.ts'
import { leave } from './leave.ts'
import { retryMs } from './outcome-of.ts'
import { pin } from './pin.ts'
import { put } from './put.ts'
import { react } from './react.ts'
import { release } from './release.ts'
import { createRemarks } from './remarks.ts'
import { revise } from './revise.ts'
import { say } from './say.ts'
import { strip } from './strip.ts'
import { topic } from './topic.ts'
import { createTopicIcons } from './topic-icons.ts'
import { unsend } from './unsend.ts'

export interface DeliverDeps extends Pick<AttemptDeps, 'call' | 'staffChat' | 'pace' | 'log'> {
  db: Parameters<typeof createWhereabouts>[0]
  desk: Pick<Desk, 'languages'>
  texts: Texts
}

/**
 * Makes the function that tries once to deliver a row: it resolves place and slot, calls Telegram,
 * repairs what can be repaired, and says how it ended. It never rejects.
 */
export function createDeliver(deps: DeliverDeps): (row: OutboxRow) => Promise<Outcome> {
  const { call, db, desk, texts, staffChat, pace, log } = deps
  const attemptDeps: AttemptDeps = {
    ...{ call, staffChat, pace, log },
    whereabouts: createWhereabouts(db),
    remarks: createRemarks(texts(desk.languages[0])),
    topicIcons: createTopicIcons(call),
    unreachable: (chatId) => setReachable(db, chatId, false),
  }
  return async (row) => {
    const attempt = beginAttempt(attemptDeps, row)
    try {
      const outcome = await deliver(attempt)
      const isUnspent = outcome.state === 'sent' && attempt.calls === 0
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
  const { effect } = attempt.row
  const [first, ...rest] = planEffects(effect)
  const outcome = await deliverOne(attempt, first)
  if (outcome.state === 'sent') {
    const mark = markOf(first)
    const marks = mark === undefined ? [] : [markDelivered(mark)]
    return withFollowUps(outcome, [...rest, ...marks])
  }
  if (outcome.state === 'dead') {
    const mark = markOf(effect)
    const { remarks, recipientGone } = attempt
    const why = recipientGone ? remarks.unreachable() : remarks.refused(outcome.error)
    const marks = mark === undefined ? [] : await markFailed(attempt, mark, why)
    const stillGoes = attempt.recipientGone ? [] : rest.map(withoutMark)
    return withFollowUps(outcome, [...stillGoes, ...marks])
  }
  if (outcome.state === 'unknown' && isLastAttempt(attempt.row)) {
    const mark = markOf(effect)
    const { remarks } = attempt
    const marks = mark === undefined ? [] : await markFailed(attempt, mark, remarks.uncertain())
    return withFollowUps(outcome, marks)
  }
  return outcome
}

function withFollowUps(
  outcome: Exclude<Outcome, { state: 'retry' }>,
  effects: Outgoing[],
): Outcome {
  if (effects.length === 0) return outcome
  return { ...outcome, followUps: [...(outcome.followUps ?? []), ...effects] }
}

function withoutMark(effect: Outgoing): Outgoing {
  if (!('mark' in effect)) return effect
  const { mark: _failed, ...rest } = effect
  return rest
}

function deliverOne(attempt: Attempt, effect: Outgoing): Promise<Outcome> {
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
    case 'leave':
      return leave(attempt, effect.chatId)
    case 'adopt':
      return adopt(attempt, effect)
  }
}
