import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Asked {
  path: string
  method: string
  contentType: string
  body: Buffer
}

/** An HTTP server that answers as the test says, for answers no sane server gives. */
export async function startAnswering(
  answer: (asked: Asked, response: ServerResponse, request: IncomingMessage) => unknown,
): Promise<{ apiRoot: string; asked: Asked[]; close: () => Promise<void> }> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const one = {
        path,
        method: path.split('/').at(-1) ?? '',
        contentType: request.headers['content-type'] ?? '',
        body: Buffer.concat(chunks),
      }
      asked.push(one)
      answer(one, response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)
  return { apiRoot: `http://127.0.0.1:${port}`, asked, close }
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
