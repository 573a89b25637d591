import { commandsFor } from '../state/command-sets.ts'
import type { ChatShape } from '../state/shapes.ts'
import type { World } from '../state/world.ts'
import type { CommandView } from './protocol.ts'

/**
 * The commands a chat's menu offers, by language
 * (https://core.telegram.org/bots/api#determining-list-of-commands).
 */
export function commandsByLanguage(
  { commands }: World,
  { id, type }: ChatShape,
): Record<string, CommandView[]> {
  const kind = type === 'private' ? 'all_private_chats' : 'all_group_chats'
  const scopes = [{ type: 'chat', chat_id: id }, { type: kind }, { type: 'default' }]
  const languages = new Set([...commands.values()].map(({ language }) => language))
  return Object.fromEntries(
    [...languages, ''].map((language) => [language, commandsFor(commands, scopes, language)]),
  )
}
