/** What of the environment is in trouble; nothing of it is the fault of what was to be done. */
export type EnvironmentProblem =
  /** No connection, or it broke: whether the last statement was carried out is not known. */
  | 'connection'
  /** It took longer than it may. */
  | 'timeout'
  /** Somebody else held a lock for too long. */
  | 'lock'
  /** Another transaction was in the way. */
  | 'conflict'
  /** Disk, memory or connections are used up, or the disk fails. */
  | 'resources'
  /** The server takes no writes: it is a standby, or somebody told it so. */
  | 'read_only'
  /** The server knows neither the user nor the database any more. */
  | 'access'

/** https://www.postgresql.org/docs/18/errcodes-appendix.html: whole codes before their classes. */
const bySqlState: Record<string, EnvironmentProblem> = {
  '25006': 'read_only',
  // idle_in_transaction_session_timeout and transaction_timeout end the connection.
  '25P03': 'timeout',
  '25P04': 'timeout',
  '3D000': 'access',
  '55P03': 'lock',
  '57014': 'timeout',
  '08': 'connection',
  '28': 'access',
  '40': 'conflict',
  '53': 'resources',
  '57P': 'connection',
  '58': 'resources',
}

/** What Node and the system say: https://nodejs.org/api/errors.html#common-system-errors */
const bySystemCode: Record<string, EnvironmentProblem> = {
  EAI_AGAIN: 'connection',
  ECONNABORTED: 'connection',
  ECONNREFUSED: 'connection',
  ECONNRESET: 'connection',
  EHOSTDOWN: 'connection',
  EHOSTUNREACH: 'connection',
  EMFILE: 'resources',
  ENETDOWN: 'connection',
  ENETUNREACH: 'connection',
  ENFILE: 'resources',
  ENOBUFS: 'resources',
  ENOSPC: 'resources',
  ENOTFOUND: 'connection',
  EPIPE: 'connection',
  ETIMEDOUT: 'connection',
}

/** `pg`, its pool and our own transactions give these errors no code. */
const byMessage: [start: string, problem: EnvironmentProblem][] = [
  ['Connection terminated', 'connection'],
  ['Client has encountered a connection error', 'connection'],
  ['Client was closed', 'connection'],
  ['Cannot use a pool after calling end', 'connection'],
  ['timeout exceeded when trying to connect', 'connection'],
  ['timeout expired', 'connection'],
  ['Query read timeout', 'timeout'],
  ['The transaction did not end within', 'timeout'],
]

/** A cause of a cause: deeper ones tell nothing new, and a circle must end. */
const maxDepth = 5

/**
 * Tells troubles of the environment from those of the work itself. What failed for the former may
 * be repeated as it is, and nobody may be blamed for it.
 *
 * @returns null when the work itself is to blame, or nobody can say
 */
export function environmentProblem(error: unknown): EnvironmentProblem | null {
  return problemOf(error, maxDepth)
}

function problemOf(error: unknown, depth: number): EnvironmentProblem | null {
  if (!(error instanceof Error) || depth === 0) return null
  const { code } = error as Error & { code?: unknown }
  const coded = typeof code === 'string' ? byCode(code) : null
  if (coded !== null) return coded
  const said = byMessage.find(([start]) => error.message.startsWith(start))?.[1]
  if (said !== undefined) return said
  // Node tries each address of a name and throws all failures together.
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [error.cause]
  for (const one of inner) {
    const problem = problemOf(one, depth - 1)
    if (problem !== null) return problem
  }
  return null
}

function byCode(code: string): EnvironmentProblem | null {
  const isSqlState = /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')
  const keys = isSqlState ? [code, code.slice(0, 3), code.slice(0, 2)] : []
  for (const key of keys) if (Object.hasOwn(bySqlState, key)) return bySqlState[key] ?? null
  return Object.hasOwn(bySystemCode, code) ? (bySystemCode[code] ?? null) : null
}
