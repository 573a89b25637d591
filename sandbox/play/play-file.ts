import type { ServerResponse } from 'node:http'

import type { World } from '../state/world.ts'

/** Kinds that a browser may show; everything else is only to be saved. */
const shown = /^(image\/(png|jpeg|gif|webp)|video\/(mp4|webm)|audio\/[\w.-]+)$/

/** Sends a file of a chat to the page. False: there is none, or it only claims to be a file. */
export function sendPlayFile(world: World, fileId: string, response: ServerResponse): boolean {
  const file = world.files.get(fileId)
  if (file === undefined || file.bytes === null) return false
  const { name = 'file', mime = '', bytes } = file
  const isShown = shown.test(mime)
  response.writeHead(200, {
    'content-type': isShown ? mime : 'application/octet-stream',
    ...(!isShown && {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    }),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  })
  response.end(bytes)
  return true
}
