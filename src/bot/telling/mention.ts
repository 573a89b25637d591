import type { Agent } from '../../domain/people.ts'
import type { Entity, FormattedText } from '../../domain/message.ts'
import type { T } from '../../locales/texts.ts'

/** What somebody is called in a line: a user name notifies its owner, a name does by `notifying`. */
export function mention(agent: Agent): string {
  return agent.username === null ? agent.name : `@${agent.username}`
}

/** Those a matter is for; without any, what they are called together. */
export function mentions(supervisors: Agent[], t: T): string {
  return supervisors.map(mention).join(', ') || t('staff-supervisors')
}

/**
 * A text that notifies those without a user name, too, where it says their name
 * (https://core.telegram.org/bots/api#messageentity, text_mention).
 *
 * @param agents those it may name; of two with one name each has a place of their own
 */
export function notifying(text: string, agents: readonly Agent[]): FormattedText {
  const entities: Entity[] = []
  const known = new Set<number>()
  for (const { id, telegramUserId, name, username } of agents) {
    if (username !== null || known.has(id)) continue
    known.add(id)
    const offset = freePlaceOf(name, text, entities)
    if (offset < 0) continue
    const user = { id: telegramUserId, is_bot: false, first_name: name }
    entities.push({ type: 'text_mention', offset, length: name.length, user })
  }
  return { text, entities: entities.sort((one, other) => one.offset - other.offset) }
}

function freePlaceOf(name: string, text: string, taken: readonly Entity[]): number {
  let offset = text.indexOf(name)
  while (
    taken.some((one) => offset < one.offset + one.length && one.offset < offset + name.length)
  ) {
    offset = text.indexOf(name, offset + name.length)
    if (offset < 0) return offset
  }
  return name === '' ? -1 : offset
}
