import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A server as a program sees it through a network that can fail; the server itself stays well. */
export interface TcpProxy {
  port: number
  /** The target's address with the proxy's port in it. */
  url: string
  /** Connections open now. */
  connections(): number
  /** Ends every connection now; new ones pass. */
  cut(): void
  /** Ends every connection, and each new one at once, until `release`. */
  refuse(): void
  /** A black hole: connections stay and open, and nothing passes them until `release`. */
  hold(): void
  release(): void
  /**
   * Lets the next request that matches be carried out by PostgreSQL, then ends its connection instead
   * of passing the answer on. A prepared statement is known by its name, a commit by /commit/.
   *
   * @param after how many that match pass unharmed before (default 0)
   * @returns resolves when it has happened
   */
  loseAnswerOf(pattern: RegExp, options?: { after?: number }): Promise<void>
  close(): Promise<void>
}

/** What a wish to lose an answer still waits for. */
interface Loss {
  pattern: RegExp
  after: number
  done: () => void
}

/** ReadyForQuery: all that was asked has been carried out. */
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5])

/**
 * Starts a proxy in front of a server on 127.0.0.1.
 *
 * @param target an address with host and port, as DATABASE_URL has it
 */
export async function startProxy({ target }: { target: string }): Promise<TcpProxy> {
  const { hostname, port: targetPort } = new URL(target)
  const pairs = new Set<{ client: Socket; server: Socket }>()
  const losses: Loss[] = []
  let mode: 'pass' | 'refuse' | 'hold' = 'pass'

  function accept(client: Socket): void {
    if (mode === 'refuse') return void client.resetAndDestroy()
    const server = connect(Number(targetPort), hostname)
    const pair = { client, server }
    pairs.add(pair)
    let losing: Loss | undefined
    let tail = Buffer.alloc(0)
    const end = (): void => {
      pairs.delete(pair)
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) socket.on('error', end).on('close', end)
    client.on('data', (chunk: Buffer) => {
      losing ??= lossOf(chunk)
      server.write(chunk)
    })
    server.on('data', (chunk: Buffer) => {
      if (losing === undefined) return void client.write(chunk)
      tail = Buffer.concat([tail, chunk]).subarray(-6)
      if (tail.indexOf(readyForQuery) !== 0) return
      end()
      losing.done()
    })
    if (mode === 'hold') for (const socket of [client, server]) socket.pause()
  }

  function lossOf(chunk: Buffer): Loss | undefined {
    const text = chunk.toString('latin1')
    const index = losses.findIndex(({ pattern }) => pattern.test(text))
    const found = losses[index]
    if (found === undefined || found.after-- > 0) return undefined
    losses.splice(index, 1)
    return found
  }

  function cut(): void {
    for (const { client, server } of [...pairs]) {
      client.resetAndDestroy()
      server.destroy()
    }
  }

  const listener = createServer({ noDelay: true }, accept).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  const url = new URL(target)
  url.host = `127.0.0.1:${String(port)}`
  return {
    port,
    url: url.href,
    connections: () => pairs.size,
    cut,
    refuse() {
      mode = 'refuse'
      cut()
    },
    hold() {
      mode = 'hold'
      for (const { client, server } of pairs) for (const socket of [client, server]) socket.pause()
    },
    release() {
      mode = 'pass'
      for (const { client, server } of pairs) for (const socket of [client, server]) socket.resume()
    },
    loseAnswerOf: (pattern, { after = 0 } = {}) =>
      new Promise((done) => losses.push({ pattern, after, done })),
    async close() {
      const closed = once(listener, 'close')
      listener.close()
      cut()
      await closed
    },
  }
}
