import type { Message } from '../../../play/protocol.ts'

const kinds = [
  // An animation comes with a document of the same file beside it.
  'photo',
  'animation',
  'video',
  'video_note',
  'audio',
  'voice',
  'sticker',
  'document',
] as const

export type AttachmentKind = (typeof kinds)[number]

/** The file of a message. */
export interface Attachment {
  kind: AttachmentKind
  fileId: string
  /** Empty, if it has none. */
  name: string
  sizeBytes: number
}

/** What a message brings besides words. */
export function attachmentOf(message: Message): Attachment | null {
  for (const kind of kinds) {
    const field = message[kind]
    // A photo comes in sizes, the largest last.
    const file: unknown = Array.isArray(field) ? field.at(-1) : field
    if (isRecord(file) && typeof file['file_id'] === 'string') {
      return {
        kind,
        fileId: file['file_id'],
        sizeBytes: Number(file['file_size'] ?? 0),
        name: typeof file['file_name'] === 'string' ? file['file_name'] : '',
      }
    }
  }
  return null
}

/** Where a message says somebody is. */
export function locationOf(message: Message): { latitude: number; longitude: number } | null {
  const { location } = message
  if (!isRecord(location)) return null
  return { latitude: Number(location['latitude']), longitude: Number(location['longitude']) }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
