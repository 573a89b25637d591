import { createRequire } from 'node:module'

import type { Pool as UndiciPool } from 'undici'

import { encodeParams } from './encode-params.ts'
import { post, type HttpEnding } from './exchange.ts'
import type { Answer } from './failure.ts'

export interface TransportDeps {
  token: string
  /** `https://api.telegram.org`, or another server's address, with or without a path. */
  apiRoot: string
  /** Until an ordinary call is given up; default 30 s. */
  timeoutMs?: number
}

export interface SendOptions {
  signal?: AbortSignal | undefined
  timeoutMs?: number | undefined
}

/** Calls to the Bot API whose ends are values. The token is in no value that leaves it. */
export interface Transport {
  /** Never rejects. */
  send(method: string, params?: object, options?: SendOptions): Promise<Answer>
  /** Breaks off what is under way. */
  close(): Promise<void>
}

// The pool alone: whatever comes with all of undici (fetch, WebSocket, caches, mocks) takes some
// 8 MiB and a tenth of a start.
const Pool = createRequire(import.meta.url)('undici/lib/dispatcher/pool.js') as typeof UndiciPool

/** As many calls at once as the dispatcher makes, and one for the poller that always waits. */
const connections = 65

export function createTransport({
  token,
  apiRoot,
  timeoutMs: defaultTimeoutMs = 30_000,
}: TransportDeps): Transport {
  const root = new URL(apiRoot)
  const pool = new Pool(root.origin, { connections, connect: { timeout: 10_000 } })
  const base = `${root.pathname.replace(/\/+$/, '')}/bot${token}/`

  return {
    async send(method, params = {}, { signal, timeoutMs = defaultTimeoutMs } = {}) {
      let request
      try {
        const { contentType, body } = encodeParams({ ...params })
        request = { path: base + method, headers: { 'content-type': contentType }, body }
      } catch (cause) {
        return { ok: false, failure: { kind: 'not_sent', cause: withoutToken(cause, token) } }
      }
      return readEnding(await post(pool, request, { timeoutMs, signal }), token)
    },
    close: () => pool.destroy(),
  }
}

function readEnding(ending: HttpEnding, token: string): Answer {
  if (ending.kind === 'failed') {
    const kind = ending.written ? 'ambiguous' : 'not_sent'
    return { ok: false, failure: { kind, cause: withoutToken(ending.cause, token) } }
  }
  const { status, text } = ending
  const answer = parseObject(text)
  // A server that answers 5xx may have failed after it had sent the message.
  if (answer !== null && answer['ok'] === true && status < 300) {
    return { ok: true, result: answer['result'] }
  }
  if (answer !== null && answer['ok'] === false && status < 500) {
    const code = typeof answer['error_code'] === 'number' ? answer['error_code'] : status
    if (code < 500) {
      const description = textOf(answer['description']).replaceAll(token, '[token]')
      const parameters = readParameters(answer['parameters'])
      return { ok: false, failure: { kind: 'refused', code, description, parameters } }
    }
  }
  if (status === 413) {
    const description = 'Request Entity Too Large'
    return { ok: false, failure: { kind: 'refused', code: 413, description, parameters: {} } }
  }
  const cause = new Error(`HTTP ${status} without a readable answer of the Bot API`)
  return { ok: false, failure: { kind: 'ambiguous', cause } }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readParameters(value: unknown) {
  if (!isRecord(value)) return {}
  const { retry_after: retryAfter, migrate_to_chat_id: migrateTo } = value
  return {
    ...(typeof retryAfter === 'number' && { retryAfterSeconds: retryAfter }),
    ...(typeof migrateTo === 'number' && { migrateToChatId: migrateTo }),
  }
}

/** A new error with the message alone: an error of the HTTP client may hold the request's path. */
function withoutToken(cause: unknown, token: string): Error {
  const { message, code } = readError(cause)
  const text = [code, message].filter((part) => part !== '').join(' ')
  return new Error((text === '' ? 'unknown error' : text).replaceAll(token, '[token]'))
}

function readError(cause: unknown): { message: string; code: string } {
  if (!(cause instanceof Error)) return { message: String(cause), code: '' }
  return { message: cause.message, code: 'code' in cause ? String(cause.code) : '' }
}
