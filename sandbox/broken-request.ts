import { STATUS_CODES, type Server } from 'node:http'
import type { Socket } from 'node:net'

/** Answers what is no HTTP that could be read, in the form in which every refusal comes. */
export function refuseBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy()
      return
    }
    const code = codeOf(error.code)
    const words = STATUS_CODES[code] ?? ''
    const body = JSON.stringify({ ok: false, error_code: code, description: words })
    const head = [
      `HTTP/1.1 ${String(code)} ${words}`,
      'content-type: application/json',
      `content-length: ${String(body.length)}`,
      'connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

function codeOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}
