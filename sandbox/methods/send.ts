import { isRecord } from '../is-record.ts'
import { badRequest } from '../refusal.ts'
import { fileField } from '../state/files.ts'
import { captionFields, commonFields, sendAs, targetOf, textFields } from './compose.ts'
import { textOf, type Method, type MethodCall } from './method.ts'

const sendMessage: Method = (call) => {
  const { chat, topic } = targetOf(call)
  return sendAs(call, chat, {
    ...textFields(call.world, call.values),
    ...commonFields(call, chat, topic),
  })
}

function sendFile(kind: string): Method {
  return (call) => {
    const { chat, topic } = targetOf(call)
    const file = fileField(call.world, kind, fileOf(call, kind))
    return sendAs(call, chat, {
      ...file,
      ...captionFields(call.world, call.values),
      ...commonFields(call, chat, topic),
    })
  }
}

/** A file by its id, or one that comes with the call. */
function fileOf({ values, uploads }: MethodCall, field: string) {
  const value = values[field]
  const upload = uploads.get(field)
  if (upload !== undefined) return upload
  if (typeof value !== 'string')
    throw badRequest(`there is no ${field.replace('_', ' ')} in the request`)
  if (!value.startsWith('attach://')) return value
  const attached = uploads.get(value.slice('attach://'.length))
  if (attached === undefined) throw badRequest('file must be non-empty')
  return attached
}

const sendLocation: Method = (call) => {
  const { chat, topic } = targetOf(call)
  const { latitude, longitude } = call.values
  const location = { latitude: Number(latitude), longitude: Number(longitude) }
  return sendAs(call, chat, { location, ...commonFields(call, chat, topic) })
}

const sendMediaGroup: Method = (call) => {
  const { chat, topic } = targetOf(call)
  const { media } = call.values
  const items = Array.isArray(media) ? media.filter(isRecord) : []
  if (items.length === 0) throw badRequest('there are no messages to send')
  if (items.length > 10) throw badRequest('too many messages to send as an album')
  // Telegram lets it pass as a single message; by its description it is a mistake.
  if (items.length < 2) throw badRequest('media group must include 2-10 items')
  const kinds = new Set(items.map(({ type }) => type))
  const alone = ['document', 'audio'].find((kind) => kinds.size > 1 && kinds.has(kind))
  if (alone !== undefined) throw badRequest(`${alone} can't be mixed with other media types`)
  const group = { media_group_id: String(call.world.nextId()) }
  const contents = items.map((item) => {
    const kind = textOf(item['type']) ?? ''
    const file = fileOf({ ...call, values: { [kind]: item['media'] } }, kind)
    return { ...fileField(call.world, kind, file), ...captionFields(call.world, item) }
  })
  const common = commonFields(call, chat, topic)
  return contents.map((content) => sendAs(call, chat, { ...content, ...common, ...group }))
}

export const sending: Record<string, Method> = {
  sendMessage,
  sendPhoto: sendFile('photo'),
  sendDocument: sendFile('document'),
  sendVideo: sendFile('video'),
  sendAudio: sendFile('audio'),
  sendVoice: sendFile('voice'),
  sendAnimation: sendFile('animation'),
  sendVideoNote: sendFile('video_note'),
  sendSticker: sendFile('sticker'),
  sendLocation,
  sendMediaGroup,
}
