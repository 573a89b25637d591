import { parseArgs } from 'node:util'

import { readPort } from './read-port.ts'

export interface SandboxCommand {
  /** Null: one is made. */
  token: string | null
  /** Null: the first free one. */
  port: number | null
  /** A file or folder of updates to send to the bot; null: none. */
  replay: string | null
}

export type CommandVerdict =
  | { ok: true; command: SandboxCommand }
  | { ok: true; help: string }
  | { ok: false; message: string }

const help = `npm run sandbox -- [options]

Starts a stand-in for Telegram on 127.0.0.1, to try any bot without a token and without a network.

  --token T      the token the bot will use (default: one is made and printed)
  --port N       listen on this port of 127.0.0.1 (default: the first free one from 8090)
  --replay PATH  send the updates of this JSON file, or of all in this folder, to the bot
  --help         show this

docs/sandbox.md tells what it imitates.`

const seeHelp = 'npm run sandbox -- --help lists the options.'

/** Reads the command line of the sandbox; a refusal is one sentence and where to look. */
export function readCommand(args: string[]): CommandVerdict {
  try {
    const { values } = parseArgs({
      args,
      options: {
        token: { type: 'string' },
        port: { type: 'string' },
        replay: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { ok: true, help }
    const { token = null, replay = null } = values
    if (token !== null && !/^\d{1,15}:[\w-]+$/.test(token)) {
      const message = '--token must look like 123456:any-letters: a number, a colon and letters.'
      return { ok: false, message }
    }
    const port = values.port === undefined ? null : readPort(values.port)
    if (port === undefined) {
      return { ok: false, message: '--port must be a number from 1 to 65535.' }
    }
    return { ok: true, command: { token, port, replay } }
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. |\n/) : []
    return { ok: false, message: `${sentence}. ${seeHelp}` }
  }
}
