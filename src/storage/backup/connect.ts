import pg from 'pg'

/** A table is written or read by one statement, however large it is. */
const statementLimitMs = 6 * 3_600_000

/** A connection for the rows of a whole database, in a form that every server reads alike. */
export async function connectForCopy(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `kvytok ${process.pid} backup`,
    options:
      '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex ' +
      '-c client_encoding=UTF8',
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementLimitMs,
    lock_timeout: 10_000,
    // Whoever copies waits for the disk now and then.
    idle_in_transaction_session_timeout: 600_000,
    keepAlive: true,
  })
  // The statement that runs then rejects; an error has no listener otherwise.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
