import type { Config, Environment } from '../config.ts'

/** How a command ended: what it prints, or one sentence for whoever typed it. */
export type CommandVerdict =
  /** `isIll`: what it was asked for is a report, and that tells of something wrong. */
  { ok: true; output: string; isIll?: boolean } | { ok: false; message: string }

/** A command of `npm run desk -- <name> ...`. */
export type Command = Typed & (Run | Examine)

interface Typed {
  name: string
  /** One line of the list of commands. */
  summary: string
  /** Each form it has, with what that does. */
  usage: [form: string, does: string][]
  /** Whether the words are a form it has; else its usage is shown, whatever the configuration. */
  understands(words: string[]): boolean
}

/** It does something, for which the environment has to be right. */
interface Run {
  run(words: string[], config: Config): Promise<CommandVerdict>
}

/** It says itself what is wrong with the environment. */
interface Examine {
  examine(environment: Environment): Promise<CommandVerdict>
}

/** Understands `list` by itself, and the other actions with the one thing they are about. */
export function listOrOne(...actions: string[]): Command['understands'] {
  return ([action = '', ...given]) =>
    action === 'list' ? given.length === 0 : actions.includes(action) && given.length === 1
}
