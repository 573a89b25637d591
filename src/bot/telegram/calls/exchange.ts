import type { Dispatcher } from 'undici'

export interface HttpRequest {
  path: string
  headers: Record<string, string>
  body: string | Buffer
}

/** How a POST ended. `written` tells whether bytes of the request may have left. */
export type HttpEnding =
  | { kind: 'answered'; status: number; text: string }
  | { kind: 'failed'; written: boolean; cause: unknown }

/**
 * Posts once and never rejects. It uses `dispatch` and not `request`, because only the handler is
 * told when a connection takes the request: what failed before that moment has certainly not been
 * sent, and an abort while it is queued needs no connection to end.
 *
 * @param timeoutMs for everything: the queue, the connection, the answer
 */
export function post(
  dispatcher: Dispatcher,
  { path, headers, body }: HttpRequest,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal | undefined },
): Promise<HttpEnding> {
  return new Promise((resolve) => {
    let controller: Dispatcher.DispatchController | undefined
    let ended = false
    let status = 0
    const chunks: Buffer[] = []

    function end(ending: HttpEnding): void {
      if (ended) return
      ended = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      resolve(ending)
    }
    function giveUp(cause: Error): void {
      if (ended) return
      end({ kind: 'failed', written: controller !== undefined, cause })
      controller?.abort(cause)
    }
    function onAbort(): void {
      giveUp(new Error('The call was aborted', { cause: signal?.reason }))
    }

    const timer = setTimeout(() => giveUp(new Error(`No answer within ${timeoutMs} ms`)), timeoutMs)
    if (signal?.aborted === true) {
      onAbort()
      return
    }
    signal?.addEventListener('abort', onAbort, { once: true })

    try {
      dispatcher.dispatch(
        { method: 'POST', path, headers, body, headersTimeout: 0, bodyTimeout: 0 },
        {
          onRequestStart(started) {
            // Given up while it was queued: it must not leave any more.
            if (ended) started.abort(new Error('Given up before it was sent'))
            else controller = started
          },
          onResponseStart(_controller, statusCode) {
            status = statusCode
          },
          onResponseData(_controller, chunk) {
            chunks.push(chunk)
          },
          onResponseEnd() {
            end({ kind: 'answered', status, text: Buffer.concat(chunks).toString('utf8') })
          },
          onResponseError(_controller, cause) {
            end({ kind: 'failed', written: controller !== undefined, cause })
          },
        },
      )
    } catch (cause) {
      end({ kind: 'failed', written: controller !== undefined, cause })
    }
  })
}
