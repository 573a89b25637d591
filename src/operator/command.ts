import type { Config } from '../config.ts'

/** How a command ended: what it prints, or one sentence for whoever typed it. */
export type CommandVerdict = { ok: true; output: string } | { ok: false; message: string }

/** A command of `npm run desk -- <name> ...`. */
export interface Command {
  name: string
  /** One line of the list of commands. */
  summary: string
  /** Each form it has, with what that does. */
  usage: [form: string, does: string][]
  /** Whether the words are a form it has; else its usage is shown, whatever the configuration. */
  understands(words: string[]): boolean
  run(words: string[], config: Config): Promise<CommandVerdict>
}

/** Understands `list` by itself, and the other actions with the one thing they are about. */
export function listOrOne(...actions: string[]): Command['understands'] {
  return ([action = '', ...given]) =>
    action === 'list' ? given.length === 0 : actions.includes(action) && given.length === 1
}
