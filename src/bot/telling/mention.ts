import type { Agent } from '../../domain/people.ts'
import type { T } from '../../locales/texts.ts'

/** A name that makes Telegram notify its owner, where he has one. */
export function mention(agent: Agent): string {
  return agent.username === null ? agent.name : `@${agent.username}`
}

/** Those a matter is for; without any, what they are called together. */
export function mentions(supervisors: Agent[], t: T): string {
  return supervisors.map(mention).join(', ') || t('staff-supervisors')
}
