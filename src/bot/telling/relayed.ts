import type { StoredMessage, TicketChange } from '../../services/change.ts'
import { lines, plain } from '../../domain/formatted.ts'
import type { T } from '../../locales/texts.ts'
import { filesAmong, isAllFiles } from '../../services/notifier/files-among.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import { attachmentName } from '../views/attachment-name.ts'
import { answeredBy } from './answered.ts'
import type { Room } from './room.ts'

/** What a client wrote, as he wrote it, in answer to what he answered. */
export function relayed({ messages }: TicketChange, { place, t }: Room): Outgoing[] {
  return messages.flatMap((message) => relay(message, place, t))
}

/** What a client wrote in another ticket, where what he answered does not stand. */
export function relayedFromTicket({ messages }: TicketChange, { place, t }: Room): Outgoing[] {
  return messages.flatMap((message) => relay({ ...message, replyToId: null }, place, t))
}

/** What an agent wrote to open a ticket, without the command. */
export function firstWords({ messages }: TicketChange, { place, t }: Room): Outgoing[] {
  return messages.flatMap((message) =>
    message.attachments.length > 0 ? relay(message, place, t) : [inWords(message, place)],
  )
}

/** A message in the topic: copied from where it stands, else in words and files. */
export function relay(message: StoredMessage, place: Place, t: T): Outgoing[] {
  const [first] = message.places
  if (first === undefined) return withoutPlace(message, place, t)
  return [
    {
      kind: 'copy',
      place,
      message: message.id,
      from: { chatId: first.chatId, messageIds: message.places.map(({ messageId }) => messageId) },
      ...answeredBy(message),
      ...(message.forwarded && { forward: true }),
    },
  ]
}

/** It did not come by Telegram, so there is nothing to copy: what cannot be sent is named. */
function withoutPlace(message: StoredMessage, place: Place, t: T): Outgoing[] {
  const { attachments } = message
  const files = filesAmong(attachments)
  const named = attachments
    .filter((one) => !isAllFiles([one]))
    .map((one) => plain(`📎 ${attachmentName(t, one)}`))
  const words = { ...message, ...lines([message, ...named]) }
  if (files.length === 0) return [{ ...inWords(words, place), ...answeredBy(message) }]
  const { id, text, entities } = words
  const caption = { text, entities }
  return [{ kind: 'files', place, files, caption, message: id, ...answeredBy(message) }]
}

function inWords({ id, text, entities }: StoredMessage, place: Place): Outgoing {
  return { kind: 'say', place, content: { text, entities }, message: id }
}
