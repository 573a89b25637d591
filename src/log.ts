import { pino, type Logger } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/**
 * The program's log: one line of JSON per event. Fields that could hold a secret or a client's
 * words are cut out wherever they turn up; errors are written by name, message and stack only.
 *
 * @param level a level of pino
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    redact: {
      paths: ['token', 'text', 'payload', 'update', '*.token', '*.text', '*.payload', '*.update'],
      remove: true,
    },
    serializers: { err: describeError },
  })
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  return { name, message, stack, ...(error.cause ? { cause: describeError(error.cause) } : {}) }
}
