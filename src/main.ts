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
  if (desk.firstSteps !== null) say(desk.firstSteps)
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
  say(message)
  return 1
}

/**
 * Words for a person. They go where the log does not: a terminal and `docker logs` show both, and
 * whoever reads lines of JSON out of standard output meets nothing else there.
 */
function say(words: string): void {
  // Where nobody reads it, the exit code and the log tell.
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => undefined)
  process.stderr.write(`${words}\n`)
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
