import type { ServerResponse } from 'node:http'

import { answer } from './answer.ts'
import type { World } from './state/world.ts'

/** Larger ones cannot be fetched (https://core.telegram.org/bots/api#getfile). */
const maxDownloadBytes = 20_000_000

/** Sends a file to the bot, by the path that getFile gave it. */
export function sendFile(world: World, path: string, response: ServerResponse): void {
  const [, token, fileId = ''] = /^\/file\/bot([^/]*)\/files\/([\w-]+)$/.exec(path) ?? []
  const file = world.files.get(fileId)
  if (token !== world.token || file === undefined || file.size > maxDownloadBytes) {
    answer(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
    return
  }
  response.writeHead(200, { 'content-type': file.mime ?? 'application/octet-stream' })
  response.end(file.bytes ?? Buffer.alloc(file.size))
}
