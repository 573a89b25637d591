import type { Config } from '../config.ts'

/** How a command ended: what it prints, or one sentence for whoever typed it. */
export type CommandVerdict =
  | { ok: true; output: string }
  | { ok: false; message: string }
  /** It was not understood: its usage is shown. */
  | { ok: false; usage: true }

/** A command of `npm run desk -- <name> ...`. */
export interface Command {
  name: string
  /** One line of the list of commands. */
  summary: string
  /** Each form it has, with what that does. */
  usage: [form: string, does: string][]
  run(words: string[], config: Config): Promise<CommandVerdict>
}
