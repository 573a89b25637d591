import type { StoredMessage, TicketChange } from '../../services/change.ts'
import { filesAmong } from '../../services/notifier/files-among.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import { answeredBy } from './answered.ts'
import type { Room } from './room.ts'

/** What a client wrote, as he wrote it, in answer to what he answered. */
export function relayed({ messages }: TicketChange, { place }: Room): Outgoing[] {
  return messages.flatMap((message) => relay(message, place))
}

/** What a client wrote in another ticket, where what he answered does not stand. */
export function relayedFromTicket({ messages }: TicketChange, { place }: Room): Outgoing[] {
  return messages.flatMap((message) => relay({ ...message, replyToId: null }, place))
}

/** What an agent wrote to open a ticket, without the command. */
export function firstWords({ messages }: TicketChange, { place }: Room): Outgoing[] {
  return messages.flatMap((message) =>
    message.attachments.length > 0 ? relay(message, place) : [inWords(message, place)],
  )
}

/** A message in the topic: copied from where it stands, else in words and files. */
export function relay(message: StoredMessage, place: Place): Outgoing[] {
  const [first] = message.places
  if (first === undefined) return withoutPlace(message, place)
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

/** It did not come by Telegram, so there is nothing to copy. */
function withoutPlace(message: StoredMessage, place: Place): Outgoing[] {
  const files = filesAmong(message.attachments)
  if (files.length === 0) return [{ ...inWords(message, place), ...answeredBy(message) }]
  const { id, text, entities } = message
  const caption = { text, entities }
  return [{ kind: 'files', place, files, caption, message: id, ...answeredBy(message) }]
}

function inWords({ id, text, entities }: StoredMessage, place: Place): Outgoing {
  return { kind: 'say', place, content: { text, entities }, message: id }
}
