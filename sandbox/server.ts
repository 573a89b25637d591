import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { answer } from './answer.ts'
import type { BotApi } from './api/bot-api.ts'
import { createCheck, type CheckCall } from './api/check-call.ts'
import { withoutOlderNames } from './api/older-names.ts'
import { readNested } from './api/read-nested.ts'
import { refuseBrokenRequests } from './broken-request.ts'
import type { Faults } from './faults.ts'
import type { Limits } from './limits.ts'
import type { Method } from './methods/method.ts'
import type { PlayRouter } from './play/router.ts'
import { readParams, type Params } from './read-params.ts'
import { badRequest, isRefusal, refusal } from './refusal.ts'
import { sendFile } from './send-file.ts'
import type { World } from './state/world.ts'

export interface JournalEntry {
  at: number
  method: string
  params: Record<string, unknown>
  response: unknown
}

export interface ServerDeps {
  world: World
  methods: Record<string, Method>
  api: BotApi
  faults: Faults
  limits: Limits
  journal: (entry: JournalEntry) => void
  /** The page. */
  play: PlayRouter
}

type CallDeps = ServerDeps & { check: CheckCall }

/** The HTTP side: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function createSandboxServer(deps: ServerDeps): Server {
  const callDeps = { ...deps, check: createCheck(deps.api) }
  const server = createServer((request, response) => {
    respond(callDeps, request, response).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      const description = `Internal Server Error: ${reason}`
      if (response.headersSent) response.destroy()
      else answer(response, 500, { ok: false, error_code: 500, description })
    })
  })
  refuseBrokenRequests(server)
  server.keepAliveTimeout = 60_000
  return server
}

async function respond(
  deps: CallDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = `http://sandbox${request.url ?? '/'}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.pathname.startsWith('/file/bot') === true) {
    sendFile(deps.world, url.pathname, response)
    return
  }
  const [, token, method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(url?.pathname ?? '') ?? []
  if (url === null || token === undefined) {
    if (url !== null && (await deps.play.route(request, response, url))) return
    answer(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
    return
  }
  await respondToCall(deps, request, response, { token, method, query: url.searchParams })
}

async function respondToCall(
  deps: CallDeps,
  request: IncomingMessage,
  response: ServerResponse,
  { token, method, query }: { token: string; method: string; query: URLSearchParams },
): Promise<void> {
  const hungUp = new AbortController()
  response.once('close', () => hungUp.abort())
  let params: Params = { values: {}, uploads: new Map() }
  let result: unknown
  try {
    if (token !== deps.world.token) throw refusal(401, 'Unauthorized')
    params = await readParams(request, query)
    const fields = Object.hasOwn(deps.api.methods, method) ? deps.api.methods[method] : undefined
    if (fields === undefined) throw refusal(404, 'Not Found: method not found')
    params.values = withoutOlderNames(readNested(method, fields, params.values))
    const fault = deps.faults.take(method, params.values)
    if (fault !== null && (await fault.before(response))) return
    result = { ok: true, result: await carryOut(deps, method, params, hungUp.signal) }
    deps.journal({ at: deps.world.now(), method, params: params.values, response: result })
    if (fault !== null && (await fault.after(response, result))) return
    answer(response, 200, result)
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { code, message, parameters } = error
    result = {
      ok: false,
      error_code: code,
      description: message,
      ...(parameters && { parameters }),
    }
    deps.journal({ at: deps.world.now(), method, params: params.values, response: result })
    answer(response, code, result)
  }
}

async function carryOut(
  { world, methods, api, check, limits }: CallDeps,
  method: string,
  { values, uploads }: Params,
  signal: AbortSignal,
): Promise<unknown> {
  const problem = check(method, { values, uploads })
  if (problem !== null) throw badRequest(problem)
  limits.count(method, values)
  const run = Object.hasOwn(methods, method) ? methods[method] : undefined
  if (run !== undefined) return run({ world, values, uploads, signal })
  // Of no interest to a help desk. Where Telegram would only say "done", so does the sandbox.
  const returned = api.returns[method]
  if (typeof returned === 'object' && 'literal' in returned) return true
  throw refusal(501, `Not Implemented: the sandbox does not know what ${method} does`)
}
