import type { Outcome } from '../../../services/notifier/outcome.ts'
import { messageOf, type Outgoing } from '../../../services/notifier/outgoing.ts'
import type { Attempt } from './attempt.ts'
import { noteDoubt } from './doubt.ts'

const takenBack: Outcome = {
  state: 'sent',
  cancelled: 'Its author took it back before it was sent',
}

/**
 * What is to be delivered of a message now: nothing of one that its author took back meanwhile, and
 * all of its words where an edit finds none of them.
 *
 * @returns an outcome when nothing is to be done
 */
export async function asItIsNow(
  attempt: Attempt,
): Promise<{ effect: Outgoing } | { outcome: Outcome }> {
  const { effect, ambiguous } = attempt.row
  const message = messageOf(effect)
  if (message === undefined || effect.kind === 'unsend') return { effect }
  if (!('place' in effect) || effect.place.kind !== 'person') return { effect }
  if (ambiguous > 0 && effect.kind !== 'revise') await noteDoubt(attempt, message)
  if (await attempt.whereabouts.isTakenBack(message)) return { outcome: takenBack }
  if (effect.kind !== 'revise' || effect.unsent === undefined) return { effect }
  const chatId = await attempt.privateChatOf(effect.place.personId)
  if (chatId === null) return { effect }
  const { standing } = await attempt.whereabouts.copiesAt(message, chatId)
  const hasWords = standing.some(({ shows }) => shows !== 'file')
  return { effect: hasWords ? effect : effect.unsent }
}
