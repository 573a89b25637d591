import { readConfig } from './config.ts'
import { loadDesk } from './desk/load-desk.ts'
import { checkText } from './locales/check-text.ts'
import { createLog, type Log } from './log.ts'
import { runDesk } from './run-desk.ts'

/** After a signal the program has this long to finish what runs. */
const stopWithinMs = 15_000

async function main(): Promise<number> {
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.message)
  const { config } = read
  const { path, explicit } = config.deskFile
  const loaded = loadDesk(path, explicit, checkText)
  if (!loaded.ok) return refuse(loaded.message)
  const log = createLog(config.logLevel)
  endOnUnexpected(log)
  const started = await runDesk(config, loaded.desk, log)
  if (!started.ok) return refuse(started.message)

  const { desk } = started
  const reason = await Promise.race([signalled(), desk.failed])
  log.info({ reason }, 'Stopping')
  const late = setTimeout(() => {
    log.error({ stopWithinMs }, 'Not everything finished in time; the next start goes on from here')
    process.exit(1)
  }, stopWithinMs)
  await desk.stop()
  clearTimeout(late)
  return isSignal(reason) ? 0 : refuse(reason)
}

/**
 * After an error that nobody expected the state of the program is not known, so it ends with code 1.
 * What was committed is there, and the next start goes on from it.
 */
function endOnUnexpected(log: Log): void {
  process.on('uncaughtException', (error, origin) => {
    log.error({ err: error, origin }, 'An unexpected error ends the program')
    process.exit(1)
  })
}

/** One readable line for the person who started it. */
function refuse(message: string): number {
  // Where nobody reads it, the exit code tells.
  process.stderr.on('error', () => undefined)
  process.stderr.write(`${message}\n`)
  return 1
}

const signals = ['SIGINT', 'SIGTERM'] as const

function signalled(): Promise<string> {
  return new Promise((resolve) => {
    // A second Ctrl-C must not end the program in the middle of its stop.
    for (const signal of signals) process.on(signal, () => resolve(signal))
  })
}

function isSignal(reason: string): boolean {
  return (signals as readonly string[]).includes(reason)
}

process.exitCode = await main()
