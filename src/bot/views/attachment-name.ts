import type { Attachment } from '../../domain/message.ts'
import type { T } from '../../locales/texts.ts'

/** What it is and how it is called: "File: log.txt". */
export function attachmentName(t: T, { kind, name }: Pick<Attachment, 'kind' | 'name'>): string {
  const what = t(`attachment-${kind}`)
  return name === null ? what : `${what}: ${name}`
}
