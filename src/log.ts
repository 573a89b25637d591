import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/**
 * The program's log: one line of JSON per event. Fields that could hold a secret or a client's
 * words are cut out wherever they turn up; errors are written by name, message and stack only.
 *
 * Of one warning or error only the first lines in a minute are written, and then how many there were.
 *
 * @param level a level of pino
 * @param repeatedWithinMs that minute
 */
export function createLog(level: string, repeatedWithinMs = 60_000): Logger {
  const redact = {
    paths: ['token', 'text', 'payload', 'update', '*.token', '*.text', '*.payload', '*.update'],
    remove: true,
  }
  const bound = boundRepetition(repeatedWithinMs, (more, message) =>
    log.warn({ more, of: message }, 'Lines of one message were left out'),
  )
  const hooks: LoggerOptions['hooks'] = {
    logMethod(args, method, level) {
      if (level < warnLevel || bound(args)) method.apply(this, args)
    },
  }
  const options = { level, redact, serializers: { err: describeError }, hooks }
  const log = pino(options, openOutput(recovered))
  function recovered(lost: number): void {
    log.warn({ lost }, 'The log can be written again')
  }
  return log
}

/** Of pino. */
const warnLevel = 40
/** So many lines of one warning or error say what is wrong; a database that is away makes thousands. */
const linesOfOne = 5

/**
 * Lets pass the first lines of one message within a minute, and tells afterwards how many there were.
 *
 * @param leftOut called that long after the first of them with what was left out of a message
 * @returns whether a line is written, by the arguments of pino's methods
 */
function boundRepetition(
  withinMs: number,
  leftOut: (lines: number, message: string) => void,
): (args: readonly unknown[]) => boolean {
  const counts = new Map<string, number>()
  const end = (message: string) => {
    const lines = (counts.get(message) ?? 0) - linesOfOne
    counts.delete(message)
    if (lines > 0) leftOut(lines, message)
  }
  return (args) => {
    const message = args.find((one) => typeof one === 'string') ?? ''
    const count = (counts.get(message) ?? 0) + 1
    if (count === 1) setTimeout(end, withinMs, message).unref()
    counts.set(message, count)
    return count <= linesOfOne
  }
}

/** What cannot be written waits for its disk, up to so much; further lines are lost. */
const maxWaitingBytes = 1_000_000
/** A reader that takes nothing is waited for so often, a tenth of a second each time. */
const maxWaits = 10

/**
 * Standard output, whose end is not the program's: a full disk, a reader who went away or stands
 * still cost lines of the log and nothing else.
 *
 * @param recovered called with the number of lines lost when writing succeeds again
 */
function openOutput(recovered: (lost: number) => void): DestinationStream {
  let waits = 0
  let failed = false
  let lost = 0
  const output = pino.destination({
    dest: 1,
    sync: true,
    maxLength: maxWaitingBytes,
    retryEAGAIN: () => (waits += 1) <= maxWaits,
  })
  output.on('error', () => (failed = true))
  output.on('drop', () => (lost += 1))
  output.on('write', () => {
    waits = 0
    if (!failed) return
    failed = false
    const lines = lost
    lost = 0
    setImmediate(() => recovered(lines))
  })
  return output
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  return { name, message, stack, ...(error.cause ? { cause: describeError(error.cause) } : {}) }
}
