import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Journal } from '../journal.ts'
import { readParams } from '../read-params.ts'
import { isRefusal } from '../refusal.ts'
import { answer } from '../answer.ts'
import { createEventStream } from './event-stream.ts'
import { perform } from './perform.ts'
import type { PlayDeps } from './performer.ts'
import { sendPlayFile } from './play-file.ts'
import type { Refused } from './protocol.ts'
import { servePage } from './static-files.ts'
import { sendFiles } from './upload.ts'
import { viewSince } from './view.ts'

export interface PlayRouter {
  /** Answers a request of the page. False: it is none. */
  route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>
  close(): void
}

/** The page and what it asks for: `/`, `/assets/…` and `/play/…`. */
export function createPlayRouter(deps: PlayDeps & { journal: Journal }): PlayRouter {
  const { world, faults, journal } = deps
  const epoch = Date.now().toString(36)
  const canMoveClock = deps.clock.travel !== undefined
  const source = { world, faults, epoch, canMoveClock }
  const stream = createEventStream(world, (revision) => viewSince(source, revision))

  async function post(request: IncomingMessage, response: ServerResponse, name: string) {
    // A page of another site cannot send this header, so it cannot act here.
    if (request.headers['x-play'] === undefined) {
      refuse(response, 403, 'Only the page itself may act here: send the header "x-play".')
      return
    }
    try {
      const params = await readParams(request, new URLSearchParams())
      const done =
        name === 'files' ? sendFiles(world, params) : await perform(deps, name, params.values)
      answer(response, 200, done)
    } catch (error) {
      if (!isRefusal(error)) throw error
      refuse(response, error.code, error.message.replace(/^Bad Request: /, ''))
    }
  }

  function get(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
    const [, name, rest = ''] = /^\/play\/(\w+)\/?([\w-]*)$/.exec(url.pathname) ?? []
    const { searchParams: query } = url
    if (name === 'events') {
      const since = request.headers['last-event-id'] ?? query.get('since') ?? undefined
      stream.join(response, typeof since === 'string' ? since : undefined)
      return true
    }
    if (name === 'files') return sendPlayFile(world, rest, response)
    if (name !== 'journal') return false
    const chatId = query.get('chat')
    const lines = journal.after(Number(query.get('after')), chatId === null ? null : Number(chatId))
    answer(response, 200, lines)
    return true
  }

  return {
    async route(request, response, url) {
      if (!isLocal(request)) {
        refuse(response, 403, 'The sandbox is only for this machine: open it by 127.0.0.1.')
        return true
      }
      const action = /^\/play\/([\w-]+)$/.exec(url.pathname)?.[1]
      if (request.method === 'POST' && action !== undefined) {
        await post(request, response, action)
        return true
      }
      if (request.method !== 'GET') return false
      return get(request, response, url) || servePage(url.pathname, response)
    },
    close: () => stream.close(),
  }
}

/** Another name could belong to somebody else's page that found its way here. */
function isLocal({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)
}

function refuse(response: ServerResponse, status: number, error: string): void {
  const body: Refused = { error }
  answer(response, status, body)
}
