import type { Outgoing } from './outgoing.ts'

/**
 * What may enter a group first when not everything may: from a client's words to a topic's looks.
 * The tickets of newcomers, of whom anybody can bring any number, come after what known clients and
 * agents wait for.
 */
export const importances = ['words', 'answers', 'newcomers', 'lines', 'cards', 'looks'] as const

export type Importance = (typeof importances)[number]

/** How much it matters that an effect reaches the staff group at once. */
export function importanceOf(effect: Outgoing): Importance {
  if (effect.newcomer === true && effect.kind !== 'topic') return 'newcomers'
  switch (effect.kind) {
    case 'copy':
    case 'revise':
      return 'words'
    case 'files':
      return effect.message === undefined ? 'answers' : 'words'
    case 'say':
      return importanceOfText(effect)
    case 'put':
      // Without its topic nothing can be said about a ticket.
      if (effect.first === true) return 'words'
      // What stands in General is for everybody, and no card.
      return effect.place.kind === 'staff' ? 'answers' : 'cards'
    case 'release':
    case 'pin':
      return 'cards'
    case 'topic':
    case 'remove_topic':
      return 'looks'
    case 'unsend':
    case 'react':
    case 'answer':
    case 'strip':
    case 'leave':
    case 'adopt':
      return 'answers'
  }
}

function importanceOfText(effect: Extract<Outgoing, { kind: 'say' }>): Importance {
  const { message, replyTo, slot, place } = effect
  // A remark on the client's own message tells what he made of it.
  const isOfClient = replyTo !== undefined && 'copyOfMessage' in replyTo
  if (message !== undefined || isOfClient) return 'words'
  const isAwaited = replyTo !== undefined || slot !== undefined || place.kind === 'chat'
  return isAwaited ? 'answers' : 'lines'
}

/** Whether the first matters more than the second. */
export function isMoreImportant(one: Importance, other: Importance): boolean {
  return importances.indexOf(one) < importances.indexOf(other)
}
