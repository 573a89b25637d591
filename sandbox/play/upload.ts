import { badRequest } from '../refusal.ts'
import type { Params, Upload } from '../read-params.ts'
import type { FileKind, PickedFile } from '../people/file-kinds.ts'
import { createWriter } from '../people/writer.ts'
import type { World } from '../state/world.ts'
import { placeFor } from './place.ts'

const longestAlbum = 10

/** Files that somebody dropped into a chat: one, or an album. */
export function sendFiles(world: World, { values, uploads }: Params): { messageIds: number[] } {
  const numberOf = (name: string) => (values[name] === undefined ? undefined : Number(values[name]))
  const { chat, user, placing } = placeFor(world, {
    userId: Number(values['userId']),
    chatId: Number(values['chatId']),
    topicId: numberOf('topicId'),
    replyTo: numberOf('replyTo'),
  })
  const asFiles = values['asFiles'] === 'true'
  const picked = [...uploads.values()].map((upload) => pickedFile(upload, asFiles))
  const [first] = picked
  if (first === undefined) throw badRequest('choose a file first')
  if (picked.length > longestAlbum) throw badRequest('an album holds 10 files: send fewer at once')
  if (typeof values['caption'] === 'string' && values['caption'] !== '') {
    first.caption = values['caption'].slice(0, 1_024)
  }
  const writer = createWriter(world, () => chat, user)
  const sent =
    picked.length === 1
      ? [writer.send(first.kind, { ...first, ...placing })]
      : writer.album(picked, placing)
  return { messageIds: sent.map(({ message_id: id }) => id) }
}

function pickedFile({ name, mime, bytes }: Upload, asFile: boolean): PickedFile {
  return { kind: asFile ? 'document' : kindOf(mime), name, mime, bytes }
}

/** As Telegram's apps decide it. */
function kindOf(mime: string): FileKind {
  if (mime === 'image/gif') return 'animation'
  if (mime.startsWith('image/') && mime !== 'image/svg+xml') return 'photo'
  if (mime.startsWith('video/')) return 'video'
  if (mime.startsWith('audio/')) return 'audio'
  return 'document'
}
