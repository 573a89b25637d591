/**
 * Says in one line why the database cannot be used, for the operator who set DATABASE_URL.
 *
 * It is composed of codes, hosts and names only, never of the address, which holds the password.
 * Codes of the server: https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
export function connectionProblem(error: unknown): string {
  const { code, message, host, database } = describe(error)
  const server = host === null ? 'the PostgreSQL of DATABASE_URL' : `the PostgreSQL at ${host}`
  switch (code) {
    case 'ECONNREFUSED':
      return `Nothing answers at ${server}: is it running, are host and port of DATABASE_URL right?`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host ${host ?? 'of DATABASE_URL'} is not known: check DATABASE_URL and the network.`
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `Cannot reach ${server} in time: check DATABASE_URL, the network and firewalls.`
    case 'ECONNRESET':
      return `The connection to ${server} was cut off: check that it is a PostgreSQL.`
    case '28P01':
    case '28000':
      return `The database refuses the user or the password of DATABASE_URL.`
    case '3D000':
      return `The database ${database ?? 'of DATABASE_URL'} does not exist: create it, or correct DATABASE_URL.`
    case '53300':
      return 'The database has no connection left: raise its max_connections or stop other programs.'
    case '57P03':
      return 'The database is starting up or shutting down: try again in a moment.'
    case '42501':
      return `The user of DATABASE_URL lacks a right in the database: ${message}`
    default:
      return `The database cannot be used: ${message}`
  }
}

interface Described {
  code: string | null
  message: string
  /** `host:port`, if the error tells. */
  host: string | null
  database: string | null
}

function describe(error: unknown): Described {
  // Node tries each address of a name and throws all failures together.
  const first = error instanceof AggregateError ? (error.errors as unknown[])[0] : error
  if (!(first instanceof Error)) {
    return { code: null, message: 'the reason is not known', host: null, database: null }
  }
  const fields = first as Error & {
    code?: unknown
    address?: unknown
    port?: unknown
    hostname?: unknown
  }
  const message = withoutAddresses(first.message)
  return {
    code: typeof fields.code === 'string' ? fields.code : codeOf(message),
    message,
    host:
      typeof fields.address === 'string'
        ? `${fields.address}:${String(fields.port)}`
        : typeof fields.hostname === 'string'
          ? fields.hostname
          : null,
    database: /database "(.+)" does not exist/.exec(message)?.[1] ?? null,
  }
}

/** `pg` gives its own errors no code. */
function codeOf(message: string): string | null {
  if (/timeout/i.test(message)) return 'ETIMEDOUT'
  if (/password must be a string/.test(message)) return '28P01'
  if (/Connection terminated/.test(message)) return 'ECONNRESET'
  return null
}

function withoutAddresses(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/postgres(ql)?:\/\/\S+/g, 'DATABASE_URL')
}
