import type { Outgoing } from './outgoing.ts'

/**
 * How many of a group's messages an effect takes. Telegram counts what is sent, copied or edited,
 * and what is done to a topic; reactions, pins and deletions are no messages.
 */
export function messagesOf(effect: Outgoing): number {
  switch (effect.kind) {
    case 'react':
    case 'pin':
    case 'unsend':
    case 'answer':
    case 'remove_topic':
    case 'leave':
    case 'adopt':
      return 0
    case 'topic': {
      const { icon, open } = effect
      return Number(icon !== undefined) + Number(open !== undefined)
    }
    case 'put':
      // The topic, and the card in it.
      return effect.first === true ? 2 : 1
    default:
      return 1
  }
}
