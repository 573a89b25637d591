import { fileKinds, type Attachment, type FileKind } from '../../domain/message.ts'
import type { OutgoingFile } from './outgoing.ts'

type Attached = Pick<Attachment, 'kind' | 'fileId' | 'sha256'>

/** How Telegram comes by what is attached. */
type Source =
  /** It has it. */
  | { by: 'id'; fileId: string }
  /** We hold it, and it would have to be given to Telegram first. */
  | { by: 'content'; sha256: string }
  /** Copied with the message, from where that stands. */
  | { by: 'copy' }

function sourceOf({ fileId, sha256 }: Attached): Source {
  if (fileId !== null) return { by: 'id', fileId }
  return sha256 === undefined ? { by: 'copy' } : { by: 'content', sha256 }
}

/**
 * Those of the attachments that can be sent by their ids, in order. What is only held by us is named
 * to its reader as what cannot be shown, until there is a store to take it from.
 */
export function filesAmong(attachments: Attached[]): OutgoingFile[] {
  return attachments.flatMap((attached) => {
    const source = sourceOf(attached)
    switch (source.by) {
      case 'id':
        return isFile(attached.kind) ? [{ kind: attached.kind, fileId: source.fileId }] : []
      case 'content':
      case 'copy':
        return []
    }
  })
}

/** Whether all of it can be; the rest is copied. */
export function isAllFiles(attachments: Attached[]): boolean {
  return filesAmong(attachments).length === attachments.length
}

function isFile(kind: Attachment['kind']): kind is FileKind {
  return (fileKinds as readonly string[]).includes(kind)
}
