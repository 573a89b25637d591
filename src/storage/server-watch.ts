import pg from 'pg'

/** How soon the server notices that we are gone. */
const noticeMs = 50
/** Long enough for any use; a watch that nobody ends must end all the same. */
const longestMs = 600_000

export interface ServerWatch {
  begun: Promise<void>
  ended: Promise<void>
  stop: () => Promise<void>
}

/**
 * Lets the server itself repeat a statement, whatever this program does meanwhile: also when it is
 * too busy for its own timers. The server stops by itself, at most 50 ms after this program died.
 *
 * PostgreSQL 14 or newer, on a system that tells it of closed connections:
 * https://www.postgresql.org/docs/18/runtime-config-connection.html#GUC-CLIENT-CONNECTION-CHECK-INTERVAL
 *
 * @param text one statement without parameters; each run is committed
 * @returns `begun` resolves when the server is at it; `ended` resolves after `stop`; both reject when
 *   the watch cannot be kept
 */
export function watchOnServer(
  url: string,
  { text, everyMs }: { text: string; everyMs: number },
): ServerWatch {
  const client = new pg.Client({
    connectionString: url,
    application_name: `kvytok ${process.pid} watch`,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    lock_timeout: 1_000,
  })
  client.on('error', () => undefined)
  let stopped = false

  async function begin(): Promise<void> {
    await client.connect()
    await client.query(`set client_connection_check_interval = ${String(noticeMs)}`)
  }

  async function keep(begun: Promise<void>): Promise<void> {
    try {
      await begun
      await client.query(
        `do $watch$ begin
           for i in 1..${String(Math.ceil(longestMs / everyMs))} loop
             perform pg_sleep(${String(everyMs / 1_000)});
             ${text};
             commit;
           end loop;
         end $watch$`,
      )
    } catch (error) {
      if (!stopped) throw error
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  const prepared = begin()
  // First in line when it is prepared: whoever waits for `begun` finds the statement on its way.
  const ended = keep(prepared)
  return {
    begun: prepared,
    ended,
    async stop() {
      stopped = true
      // A statement that runs is not waited for: the connection is closed under it.
      await client.end().catch(() => undefined)
    },
  }
}
