import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { readPort } from '../sandbox/read-port.ts'

export interface DemoOptions {
  /** Where the demo is kept; null: nowhere. */
  keepFolder: string | null
  seed: boolean
  /** Null: the first free one. */
  port: number | null
  verbose: boolean
}

export type OptionsVerdict =
  { ok: true; options: DemoOptions } | { ok: true; help: string } | { ok: false; message: string }

const help = `npm run demo -- [options]

  --keep [folder]  keep the demo in a folder (default: data/demo) and go on there the next time
  --seed           begin with 40 tickets of the last two weeks
  --port N         listen on this port of 127.0.0.1 (default: the first free one from 8090)
  --verbose        show the desk's log
  --help           show this`

const defaultFolder = 'data/demo'
const seeHelp = 'npm run demo -- --help lists the options.'

/** Reads the command line; a refusal is one sentence. */
export function readOptions(args: string[]): OptionsVerdict {
  try {
    const { values, positionals } = parseArgs({
      // The folder of --keep may be left out, which parseArgs does not know.
      args: args.flatMap((arg) => (arg.startsWith('--keep=') ? ['--keep', arg.slice(7)] : [arg])),
      allowPositionals: true,
      options: {
        keep: { type: 'boolean', default: false },
        seed: { type: 'boolean', default: false },
        port: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { ok: true, help }
    const { keep, seed, verbose } = values
    const [folder, ...others] = positionals
    const stranger = keep ? others[0] : folder
    if (stranger !== undefined) {
      return { ok: false, message: `"${stranger}" is not understood. ${seeHelp}` }
    }
    const port = values.port === undefined ? null : readPort(values.port)
    if (port === undefined) {
      return { ok: false, message: '--port must be a number from 1 to 65535.' }
    }
    // npm runs scripts in the package's folder, wherever it was called.
    const calledIn = process.env['INIT_CWD'] ?? ''
    const keepFolder = keep ? (folder ? resolve(calledIn, folder) : resolve(defaultFolder)) : null
    return { ok: true, options: { keepFolder, seed, port, verbose } }
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split(/\. |\n/) : []
    return { ok: false, message: `${sentence}. ${seeHelp}` }
  }
}
