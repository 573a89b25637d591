import { fileKinds, type Attachment, type FileKind } from '../../domain/message.ts'
import type { OutgoingFile } from './outgoing.ts'

/** Those of the attachments that can be sent by their ids, in order. */
export function filesAmong(attachments: Pick<Attachment, 'kind' | 'fileId'>[]): OutgoingFile[] {
  return attachments.flatMap(({ kind, fileId }) =>
    fileId !== null && isFile(kind) ? [{ kind, fileId }] : [],
  )
}

/** Whether all of it can be; the rest is copied. */
export function isAllFiles(attachments: Pick<Attachment, 'kind' | 'fileId'>[]): boolean {
  return filesAmong(attachments).length === attachments.length
}

function isFile(kind: Attachment['kind']): kind is FileKind {
  return (fileKinds as readonly string[]).includes(kind)
}
