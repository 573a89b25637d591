import type { CommandView } from '../../../play/protocol.ts'

/** The menu in somebody's language, else the one for every other language. */
export function menuFor(
  commands: Record<string, CommandView[]>,
  language: string | undefined,
): CommandView[] {
  const own = language === undefined ? undefined : commands[language.slice(0, 2)]
  return own !== undefined && own.length > 0 ? own : (commands[''] ?? [])
}

/** The commands that a text may become; none once it is more than the beginning of one. */
export function matchingCommands(menu: readonly CommandView[], text: string): CommandView[] {
  const [, begun] = /^\/(\w*)$/.exec(text) ?? []
  if (begun === undefined) return []
  return menu.filter(({ command }) => command.startsWith(begun.toLowerCase()))
}
