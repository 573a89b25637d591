import { addFile, shapeOf } from '../state/files.ts'
import type { World } from '../state/world.ts'

export type FileKind =
  'photo' | 'document' | 'video' | 'audio' | 'voice' | 'animation' | 'video_note' | 'sticker'

/** A file as a person picks it. */
export interface PickedFile {
  kind: FileKind
  name?: string
  mime?: string
  bytes?: Buffer
  /** Without bytes: how large it claims to be. */
  size?: number
  caption?: string
}

/** Fields a kind has in every message. */
const fixedFields: Record<FileKind, object> = {
  photo: {},
  document: {},
  video: { width: 1_280, height: 720, duration: 5 },
  audio: { duration: 5 },
  voice: { duration: 5 },
  animation: { width: 320, height: 240, duration: 2 },
  video_note: { length: 240, duration: 5 },
  sticker: { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
}

/** Uploads what a person picked, as the content of a message. */
export function fileContent(world: World, picked: PickedFile): object {
  const { kind, name, mime, caption, bytes = null } = picked
  const size = bytes?.length ?? picked.size ?? 1_000
  const stored = addFile(world, { ...{ kind, name, mime, size }, bytes })
  const content: Record<string, unknown> = { ...shapeOf(stored) }
  if (kind !== 'photo') Object.assign(content[kind] as object, fixedFields[kind])
  return { ...content, ...(caption !== undefined && { caption }) }
}
