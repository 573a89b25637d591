/** A menu of commands, as one scope has it in one language. */
export interface CommandSet {
  /** Two letters, or empty for every language without a set of its own. */
  language: string
  commands: { command: string; description: string }[]
}

/** Scopes are told apart by what they name (https://core.telegram.org/bots/api#botcommandscope). */
export function commandKey(scope: object | undefined, language = ''): string {
  const named = Object.entries(scope ?? { type: 'default' }).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([named.map(([key, value]) => [key, String(value)]), language])
}

/** The set that counts where several scopes could, the narrowest first; `sets` by `commandKey`. */
export function commandsFor(
  sets: ReadonlyMap<string, CommandSet>,
  scopes: readonly object[],
  language: string,
): CommandSet['commands'] {
  const found = scopes
    .flatMap((scope) => [sets.get(commandKey(scope, language)), sets.get(commandKey(scope))])
    .find((set) => set !== undefined && set.commands.length > 0)
  return found?.commands ?? []
}
