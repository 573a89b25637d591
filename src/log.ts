import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/**
 * The program's log: one line of JSON per event. Fields that could hold a secret or a client's
 * words are cut out wherever they turn up; errors are written by name, message and stack only.
 *
 * @param level a level of pino
 */
export function createLog(level: string): Logger {
  const redact = {
    paths: ['token', 'text', 'payload', 'update', '*.token', '*.text', '*.payload', '*.update'],
    remove: true,
  }
  const log = pino({ level, redact, serializers: { err: describeError } }, openOutput(recovered))
  function recovered(lost: number): void {
    log.warn({ lost }, 'The log can be written again')
  }
  return log
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
