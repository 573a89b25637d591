import { join, quote } from '../../domain/formatted.ts'
import type { MessageChange, MessageFacts, MessageNotice } from '../../services/change.ts'
import { filesAmong } from '../../services/notifier/files-among.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import { withHeader } from '../views/ticket-header.ts'
import { contentForClient } from './content-for-client.ts'
import { readerOf } from './reader.ts'
import { relay } from './relayed.ts'
import type { TellingDeps } from './telling-deps.ts'

type Row<N extends MessageNotice> = Record<
  'client' | 'staff',
  (facts: MessageFacts[N], deps: TellingDeps) => Outgoing[]
>

const nothing = () => []

/** What each notice about a message says, and to whom: the table of telling beside notices.ts. */
const messageNotices: { [N in MessageNotice]: Row<N> } = {
  /** The client's copy of an agent's message is edited itself; the agents see before and now. */
  edited: {
    client: revised,
    staff: shownBeforeAndNow,
  },
  continued: {
    client: sentOn,
    staff: broughtAfter,
  },
  unsent: {
    client: ({ messageId, requester, at }, deps) => {
      const { place } = readerOf(requester, deps)
      return [{ kind: 'unsend', place, message: messageId, at }]
    },
    staff: nothing,
  },
  liked: {
    client: nothing,
    staff: nothing,
  },
  disliked: {
    client: nothing,
    staff: ({ ticketNumber, messageId }, { desk, texts }) => [
      {
        kind: 'say',
        place: { kind: 'topic', ticketNumber },
        silent: true,
        content: { text: texts(desk.languages[0])('staff-disliked'), entities: [] },
        replyTo: { copyOfMessage: messageId },
      },
    ],
  },
  opinion_withdrawn: {
    client: nothing,
    staff: nothing,
  },
}

/** What people are told of a change of a message. */
export function tellOfMessage<N extends MessageNotice>(
  { notice, facts }: MessageChange<N>,
  deps: TellingDeps,
): Outgoing[] {
  const { client, staff } = messageNotices[notice]
  return [...client(facts, deps), ...staff(facts, deps)]
}

function revised(facts: MessageFacts['edited'], deps: TellingDeps): Outgoing[] {
  const { ticket, requester, message, waits } = facts
  if (message.kind !== 'public' || message.author === 'client') return []
  const [mark] = message.places
  const reader = readerOf(requester, deps)
  return [
    {
      kind: 'revise',
      place: reader.place,
      message: message.id,
      content: contentForClient({ ticket, message, waits }, reader),
      ...(mark !== undefined && { mark }),
    },
  ]
}

function shownBeforeAndNow(
  facts: MessageFacts['edited'],
  { desk, texts }: TellingDeps,
): Outgoing[] {
  const { message } = facts
  if (message.kind !== 'public' || message.author !== 'client') return []
  const t = texts(desk.languages[0])
  const { id, text, entities } = message
  const before = join(t('staff-edited'), '\n', quote(facts.before), '\n')
  const now = join(t('staff-edited-now'), '\n', quote({ text, entities }))
  return [
    {
      kind: 'say',
      place: topicOf(facts),
      content: join(before, now),
      about: id,
      edit: { message: id, before, now },
      replyTo: { copyOfMessage: id },
    },
  ]
}

/** More of an album follows to the client; of a note nothing does. */
function sentOn(facts: MessageFacts['continued'], deps: TellingDeps): Outgoing[] {
  const { ticket, requester, message } = facts
  if (message.kind !== 'public' || message.author === 'client') return []
  const { id, text, entities, attachments, places } = message
  const [mark] = places
  return [
    {
      kind: 'files',
      place: readerOf(requester, deps).place,
      files: filesAmong(attachments),
      caption: withHeader(ticket, { text, entities }),
      message: id,
      late: true,
      ...(mark !== undefined && { mark }),
    },
  ]
}

/** What a client wrote, and what opened a ticket for him, stands in the topic, too. */
function broughtAfter(facts: MessageFacts['continued'], { desk, texts }: TellingDeps): Outgoing[] {
  const { message } = facts
  const isShown = message.author === 'client' || message.purpose === 'description'
  return isShown ? relay(message, topicOf(facts), texts(desk.languages[0])) : []
}

/** Where it goes on, if it became part of another ticket. */
function topicOf({ ticket }: MessageFacts['edited' | 'continued']): Place {
  return { kind: 'topic', ticketNumber: ticket.mergedInto ?? ticket.number }
}
