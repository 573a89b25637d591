import { join, quote } from '../../domain/formatted.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import type { RevisionVerdict } from '../../services/tickets/revise-message.ts'
import { contentForClient, readerOf } from '../client/content-for-client.ts'
import type { PresentDeps } from './present-to-staff.ts'

type Revision = Extract<RevisionVerdict, { ok: true }>

/**
 * Tells the other side that a message was edited: the agents see the text before and now, the
 * client's copy of an agent's message is edited itself. A note stays inside.
 */
export function presentRevision(revision: Revision, deps: PresentDeps): Outgoing[] {
  const { message, ticket, requester, waits } = revision
  const { desk, texts } = deps
  if (message.kind !== 'public') return []
  if (message.author === 'client') {
    const t = texts(desk.languages[0])
    const before = join(t('staff-edited'), '\n', quote(revision.before), '\n')
    const now = join(
      ...[t('staff-edited-now'), '\n'],
      quote({ text: message.text, entities: message.entities }),
    )
    return [
      {
        kind: 'say',
        // Where it goes on, if it became part of another ticket.
        place: { kind: 'topic', ticketNumber: ticket.mergedInto ?? ticket.number },
        content: join(before, now),
        about: message.id,
        edit: { message: message.id, before, now },
        replyTo: { copyOfMessage: message.id },
      },
    ]
  }
  const [place] = message.places
  const reader = readerOf(requester, deps)
  return [
    {
      kind: 'revise',
      place: reader.place,
      message: message.id,
      content: contentForClient({ ticket, message, waits }, desk, reader),
      ...(place !== undefined && { mark: place }),
    },
  ]
}
