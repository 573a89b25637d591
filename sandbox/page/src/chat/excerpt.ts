import type { Message } from '../../../play/protocol.ts'
import { attachmentOf, locationOf, type AttachmentKind } from './attachment.ts'

const words: Record<AttachmentKind, string> = {
  photo: '🖼 Photo',
  animation: '🎞 GIF',
  video: '🎬 Video',
  video_note: '🎬 Video message',
  audio: '🎵 Audio',
  voice: '🎤 Voice message',
  sticker: '🙂 Sticker',
  document: '📎 File',
}

/** A message in one line, as lists, replies and the pinned bar show it. */
export function excerptOf(message: Message): string {
  const said = (message.text ?? message.caption ?? '').slice(0, 200).replaceAll(/\s+/g, ' ').trim()
  const attachment = attachmentOf(message)
  if (attachment === null) return said || (locationOf(message) ? '📍 Location' : 'Message')
  const { kind, name } = attachment
  const [icon = ''] = words[kind].split(' ')
  if (said !== '') return `${icon} ${said}`
  return name !== '' && (kind === 'document' || kind === 'audio') ? `${icon} ${name}` : words[kind]
}
