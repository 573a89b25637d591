import { calendarOf } from '../../desk/calendar.ts'
import type { Desk } from '../../desk/desk.ts'
import { expectedFirstAnswerAt } from '../../domain/expected-answer.ts'
import { join } from '../../domain/formatted.ts'
import { isWanted } from '../../domain/optional-notice.ts'
import { quietUntil } from '../../domain/quiet-hours.ts'
import type { Notice } from '../../domain/decision.ts'
import type { Texts } from '../../locales/texts.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import type { Change } from '../../services/tickets/change.ts'
import { addButton, withdrawButton } from './answer-buttons.ts'
import { contentForClient, readerOf, type Reader } from './content-for-client.ts'
import { holdNotice } from './hold-notice.ts'
import { noticeSentence } from './notice-sentence.ts'
import { said } from './said.ts'
import { ratingSlot, ratingStep } from '../views/rating.ts'
import { withHeader } from '../views/ticket-header.ts'

/** What the requester of a ticket is told of a change, in his language and zone. */
export function presentToClient(
  change: Change,
  { desk, texts, now }: { desk: Desk; texts: Texts; now: Date },
): Outgoing[] {
  const { requester } = change
  const reader = readerOf(requester, { desk, texts, now })
  const effects = change.notices
    .filter((notice) => isWanted(notice, requester.muted))
    .flatMap((notice) => presentNotice(notice, change, desk, reader))
  // Whoever acts himself is awake and wants to see it.
  if (change.by === 'client') return effects
  const quiet = quietUntil(requester.quietHours, now, requester.timezone ?? desk.timezone)
  return effects.map((effect) => holdNotice(effect, quiet, now, desk))
}

function presentNotice(notice: Notice, change: Change, desk: Desk, reader: Reader): Outgoing[] {
  const { place, t } = reader
  const { ticket } = change
  /** The proposal stays readable and loses its buttons; a line says what became of it. */
  const release: Outgoing = {
    kind: 'release',
    place,
    slot: proposalSlot(ticket.number, ticket.proposalNo),
  }
  const decided = (text: string): Outgoing[] => [
    release,
    { kind: 'say', place, content: withHeader(ticket, text) },
  ]
  switch (notice) {
    case 'ticket_opened':
      return [opened(change, desk, reader)]
    case 'opened_for_client':
    case 'reply_delivered':
      return change.messages.flatMap((message) =>
        said(message, place, contentForClient({ ticket, message, waits: false }, desk, reader)),
      )
    case 'information_asked':
    case 'solution_proposed':
      return change.messages.flatMap((message) => {
        const content = contentForClient({ ticket, message, waits: true }, desk, reader)
        return said(message, place, content, proposalSlot(ticket.number, ticket.proposalNo))
      })
    case 'solution_withdrawn':
      return decided(t('notice-withdrawn'))
    case 'solution_accepted':
      return decided(t('notice-accepted'))
    case 'solution_rejected':
      return decided(t('notice-rejected'))
    case 'client_wrote': {
      const isUnsorted = change.messages.some(({ purpose }) => purpose === 'unsorted')
      if (isUnsorted) return decided(t('notice-unsorted'))
      return change.statusChanged ? decided(t('notice-answered')) : []
    }
    case 'took_in':
      return change.statusChanged ? [release] : []
    case 'split_off':
      return [splitOff(change, desk, reader)]
    case 'rating_asked':
      return [
        {
          kind: 'put',
          place,
          content: ratingStep(ticket, 'helpfulness', t),
          slot: ratingSlot(ticket.number, ticket.closureNo),
        },
      ]
    default: {
      const sentence = noticeSentence(notice, change, { desk, t, moment: reader.moment })
      if (sentence === null) return []
      const { text, buttons = [] } = sentence
      const content = {
        ...withHeader(ticket, text),
        ...(buttons.length > 0 && { buttons: [buttons] }),
      }
      const joins = { ticket: ticket.number, body: join(text) }
      const [said] = change.messages
      const about = change.by === 'agent' && said !== undefined ? { about: said.id } : {}
      const say: Outgoing = { kind: 'say', place, content, joins, ...about }
      return change.statusChanged ? [release, say] : [say]
    }
  }
}

/** The slot of a request or proposal: its buttons go when it is decided. */
export function proposalSlot(number: number, proposalNo: number): string {
  return `proposal:${String(number)}:${String(proposalNo)}`
}

type Say = Extract<Outgoing, { kind: 'say' }>

function opened(change: Change, desk: Desk, reader: Reader): Say {
  return sayOpened(change, desk, reader, 'notice-opened')
}

/** A message of his goes on as a ticket of its own: the notice stands at that message. */
function splitOff(change: Change, desk: Desk, reader: Reader): Say {
  const written = change.messages[0]?.places[0]
  const say = sayOpened(change, desk, reader, 'notice-split')
  return { ...say, ...(written !== undefined && { replyTo: written }) }
}

function sayOpened(
  { ticket }: Change,
  desk: Desk,
  { place, t, moment }: Reader,
  key: 'notice-opened' | 'notice-split',
): Say {
  const { number, createdAt } = ticket
  const answerAt = expectedFirstAnswerAt(createdAt, desk.timers.firstResponseMs, calendarOf(desk))
  const text = t(key, { number, time: moment(answerAt) })
  const buttons = [addButton(number, t), withdrawButton(number, t)]
  return { kind: 'say', place, content: { ...withHeader(ticket, text), buttons } }
}
