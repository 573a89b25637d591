import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

import { answer } from './answer.ts'
import type { Faults } from './faults.ts'
import type { Limits } from './limits.ts'
import { isRecord, type Method } from './methods/method.ts'
import type { PlayRouter } from './play/router.ts'
import { readParams, type Params } from './read-params.ts'
import { badRequest, isRefusal, refusal } from './refusal.ts'
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
  /** Says what is wrong with a call, by the API's description. */
  check: (method: string, params: Params) => string | null
  knows: (method: string) => boolean
  faults: Faults
  limits: Limits
  journal: (entry: JournalEntry) => void
  /** The page. */
  play: PlayRouter
}

/** The HTTP side: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function createSandboxServer(deps: ServerDeps): Server {
  const server = createServer((request, response) => {
    respond(deps, request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  return server
}

async function respond(
  deps: ServerDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox')
  if (url.pathname.startsWith('/file/bot')) {
    sendFile(deps.world, url.pathname, response)
    return
  }
  const [, token, method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(url.pathname) ?? []
  if (token === undefined) {
    if (await deps.play.route(request, response, url)) return
    answer(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
    return
  }
  const hungUp = new AbortController()
  response.once('close', () => hungUp.abort())
  let params: Params = { values: {}, uploads: new Map() }
  let result: unknown
  try {
    if (token !== deps.world.token) throw refusal(401, 'Unauthorized')
    params = await readParams(request, url.searchParams)
    params.values = readNested(params.values)
    if (!deps.knows(method)) throw refusal(404, 'Not Found: method not found')
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
  { world, methods, check, limits }: ServerDeps,
  method: string,
  { values, uploads }: Params,
  signal: AbortSignal,
): Promise<unknown> {
  const problem = check(method, { values, uploads })
  if (problem !== null) throw badRequest(problem)
  limits.count(method, values)
  const run = Object.hasOwn(methods, method) ? methods[method] : undefined
  // Known to Telegram and of no interest to a help desk: checked, and answered as done.
  if (run === undefined) return true
  return run({ world, values, uploads, signal })
}

/** Objects arrive as JSON in forms, and as themselves in a JSON body. */
function readNested(values: Record<string, unknown>): Record<string, unknown> {
  for (const [key, value] of Object.entries(values)) {
    if (typeof value !== 'string' || !/^[[{]/.test(value) || textFields.has(key)) continue
    try {
      const parsed: unknown = JSON.parse(value)
      if (isRecord(parsed) || Array.isArray(parsed)) values[key] = parsed
    } catch {
      throw badRequest(`can't parse ${key} JSON object`)
    }
  }
  return values
}

/** Words of people, which may begin like JSON. */
const textFields = new Set(['text', 'caption', 'name', 'title', 'description', 'quote'])

function sendFile(world: World, path: string, response: ServerResponse): void {
  const [, token, fileId = ''] = /^\/file\/bot([^/]*)\/files\/([\w-]+)$/.exec(path) ?? []
  const file = world.files.get(fileId)
  if (token !== world.token || file === undefined || file.size > 20_000_000) {
    answer(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
    return
  }
  response.writeHead(200, { 'content-type': file.mime ?? 'application/octet-stream' })
  response.end(file.bytes ?? Buffer.alloc(file.size))
}
