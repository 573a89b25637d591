import { badRequest } from '../refusal.ts'
import type { Upload } from '../read-params.ts'
import type { StoredFile, World } from './world.ts'

/** Larger pictures are sent as documents (https://core.telegram.org/bots/api#sending-files). */
const maxPhotoBytes = 10_485_760

/** Fields a kind has in every message. */
const fixedFields: Record<string, object> = {
  video: { width: 1_280, height: 720, duration: 5 },
  audio: { duration: 5 },
  voice: { duration: 5 },
  animation: { width: 320, height: 240, duration: 2 },
  video_note: { length: 240, duration: 5 },
  sticker: { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
}

/** Remembers a file and gives it the ids under which it can be sent again. */
export function addFile(world: World, file: Omit<StoredFile, 'fileId' | 'uniqueId'>): StoredFile {
  const id = world.nextId()
  const stored = { ...file, fileId: `file-${file.kind}-${String(id)}`, uniqueId: `u${String(id)}` }
  world.files.set(stored.fileId, stored)
  return stored
}

/** The field of a message that holds a file, by its id or as it was uploaded. */
export function fileField(world: World, kind: string, file: string | Upload): object {
  if (typeof file !== 'string') {
    const { bytes, name, mime } = file
    if (bytes.length === 0) throw badRequest('file must be non-empty')
    if (kind === 'photo' && bytes.length > maxPhotoBytes)
      throw badRequest(tooBigPhoto(bytes.length))
    return shapeOf(addFile(world, { kind, bytes, name, mime, size: bytes.length }))
  }
  // Nothing is fetched: the sandbox reaches no network.
  if (/^https?:\/\//i.test(file)) throw badRequest('failed to get HTTP URL content')
  const stored = world.files.get(file)
  if (stored === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
  if ((stored.kind === 'photo') !== (kind === 'photo')) {
    throw badRequest(`can't use file of type ${named(stored.kind)} as ${named(kind)}`)
  }
  return shapeOf(stored, kind)
}

/** A file as a message shows it; a photo comes in sizes. */
export function shapeOf(file: StoredFile, kind = file.kind): object {
  const { fileId, uniqueId, name, mime, size } = file
  const common = { file_id: fileId, file_unique_id: uniqueId, file_size: size }
  if (kind === 'photo') {
    const smallest = { ...common, file_id: fileId, width: 90, height: 60 }
    return { photo: [smallest, { ...common, width: 1_280, height: 853 }] }
  }
  const names = { ...(name !== undefined && { file_name: name }), ...(mime && { mime_type: mime }) }
  return { [kind]: { ...common, ...fixedFields[kind], ...names } }
}

function named(kind: string): string {
  return kind.replace(/(^|_)([a-z])/g, (_whole, _line, letter: string) => letter.toUpperCase())
}

function tooBigPhoto(size: number): string {
  const limit = `the maximum size is ${String(maxPhotoBytes)} bytes`
  return `file of size ${String(size)} bytes is too big for a photo; ${limit}`
}
