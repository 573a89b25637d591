import type { T } from '../../locales/texts.ts'
import type { Agent } from '../../services/tickets/change.ts'

/** A name that makes Telegram notify its owner, where he has one. */
export function mention(agent: Agent): string {
  return agent.username === null ? agent.name : `@${agent.username}`
}

/** Those a matter is for; without any, what they are called together. */
export function mentions(supervisors: Agent[], t: T): string {
  return supervisors.map(mention).join(', ') || t('staff-supervisors')
}
