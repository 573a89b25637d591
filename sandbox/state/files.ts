import { badRequest } from '../refusal.ts'
import type { Upload } from '../read-params.ts'
import type { StoredFile, World } from './world.ts'

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
    return shapeOf(addFile(world, { kind, bytes, name, mime, size: bytes.length }))
  }
  const stored = world.files.get(file)
  if (stored === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
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
  const named = { ...(name !== undefined && { file_name: name }), ...(mime && { mime_type: mime }) }
  return { [kind]: { ...common, ...named } }
}
