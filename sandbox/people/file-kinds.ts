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

/** Uploads what a person picked, as the content of a message. */
export function fileContent(world: World, picked: PickedFile): object {
  const { kind, name, mime, caption, bytes = null } = picked
  const size = bytes?.length ?? picked.size ?? 1_000
  const stored = addFile(world, { kind, name, mime, size, bytes })
  return { ...shapeOf(stored), ...(caption !== undefined && { caption }) }
}
