import type { ServerResponse } from 'node:http'

import type { World } from '../state/world.ts'
import type { View } from './protocol.ts'

/** Pages that are open, each told of what it has not seen. */
export interface EventStream {
  /** @param since `<epoch>:<revision>` of what the page saw last, if it was here before */
  join(response: ServerResponse, since: string | undefined): void
  close(): void
}

/** Changes within this time go out together. */
const gatherMs = 25
/** A page that stopped reading is let go; it comes again. */
const mostUnreadBytes = 20_000_000
/** Proxies and browsers keep what is not silent. */
const heartbeatMs = 15_000

export function createEventStream(
  world: World,
  viewSince: (revision: number) => View,
): EventStream {
  const pages = new Map<ServerResponse, number>()
  let gathering: NodeJS.Timeout | undefined

  function tell(response: ServerResponse): void {
    const seen = pages.get(response)
    if (seen === undefined) return
    if (response.writableLength > mostUnreadBytes) {
      response.destroy()
      return
    }
    const view = viewSince(seen)
    pages.set(response, view.revision)
    const id = `${view.epoch}:${String(view.revision)}`
    response.write(`id: ${id}\ndata: ${JSON.stringify(view)}\n\n`)
  }

  const flush = () => {
    gathering = undefined
    for (const response of pages.keys()) tell(response)
  }
  const changed = () => (gathering ??= setTimeout(flush, gatherMs))
  world.events.on('change', changed)
  const heartbeat = setInterval(() => {
    for (const response of pages.keys()) response.write(':\n\n')
  }, heartbeatMs)

  return {
    join(response, since) {
      const [epoch, revision] = since?.split(':') ?? []
      const { epoch: ours } = viewSince(world.revision)
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      })
      pages.set(response, epoch === ours ? Number(revision) || 0 : 0)
      response.once('close', () => pages.delete(response))
      tell(response)
    },
    close() {
      world.events.off('change', changed)
      clearTimeout(gathering)
      clearInterval(heartbeat)
      for (const response of pages.keys()) response.end()
    },
  }
}
