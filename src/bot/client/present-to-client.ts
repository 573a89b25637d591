import { calendarOf } from '../../desk/calendar.ts'
import type { Desk } from '../../desk/desk.ts'
import { expectedFirstAnswerAt } from '../../domain/expected-answer.ts'
import { join } from '../../domain/formatted.ts'
import type { FormattedText } from '../../domain/message.ts'
import { isWanted } from '../../domain/optional-notice.ts'
import { quietUntil } from '../../domain/quiet-hours.ts'
import type { Notice } from '../../domain/decision.ts'
import { closesAt } from '../../domain/timers.ts'
import { formatMoment } from '../../locales/date-time.ts'
import { chooseLanguage } from '../../locales/language.ts'
import type { T, Texts } from '../../locales/texts.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import type { Change, StoredMessage } from '../../services/tickets/change.ts'
import { addButton, answerButtons, withdrawButton } from './answer-buttons.ts'
import { holdNotice } from './hold-notice.ts'
import { noticeSentence } from './notice-sentence.ts'
import { said } from './said.ts'
import { ratingSlot, ratingStep } from '../views/rating.ts'
import { opinionButtons } from '../views/opinion-buttons.ts'
import { withHeader } from '../views/ticket-header.ts'

interface Reader {
  place: Place
  t: T
  /** An instant in words, in the client's language and zone. */
  moment: (at: Date) => string
}

/** What the requester of a ticket is told of a change, in his language and zone. */
export function presentToClient(
  change: Change,
  { desk, texts, now }: { desk: Desk; texts: Texts; now: Date },
): Outgoing[] {
  const { requester } = change
  const language = chooseLanguage(
    requester.language,
    requester.languageCode ?? undefined,
    desk.languages,
  )
  const zone = requester.timezone ?? desk.timezone
  const reader: Reader = {
    place: { kind: 'person', chatId: requester.telegramUserId },
    t: texts(language),
    moment: (at) => formatMoment(at, now, zone, language),
  }
  const effects = change.notices
    .filter((notice) => isWanted(notice, requester.muted))
    .flatMap((notice) => presentNotice(notice, change, desk, reader))
  // Whoever acts himself is awake and wants to see it.
  if (change.by === 'client') return effects
  const quiet = quietUntil(requester.quietHours, now, zone)
  return effects.map((effect) => holdNotice(effect, quiet, now, desk))
}

function presentNotice(notice: Notice, change: Change, desk: Desk, reader: Reader): Outgoing[] {
  const { place, t } = reader
  const { ticket } = change
  /** The proposal stays readable and loses its buttons; a line says what became of it. */
  const release: Outgoing = {
    ...{ kind: 'release', place, slot: proposalSlot(ticket.number, ticket.proposalNo) },
  }
  const decided = (text: string): Outgoing[] => [
    release,
    { kind: 'say', place, content: withHeader(ticket, text) },
  ]
  switch (notice) {
    case 'ticket_opened':
      return [opened(change, desk, reader)]
    case 'opened_for_client':
      return change.messages.flatMap((message) => {
        const body = join(t('notice-opened-for-you'), '\n', message)
        const content = { ...withHeader(ticket, body), buttons: [addButton(ticket.number, t)] }
        return said(message, place, content)
      })
    case 'reply_delivered':
      return change.messages.flatMap((message) => reply(change, message, place))
    case 'information_asked':
      return waitsForClient(change, desk, reader, t('notice-question'))
    case 'solution_proposed':
      return waitsForClient(change, desk, reader, t('notice-solution'))
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
          ...{ kind: 'put', place, content: ratingStep(ticket, 'helpfulness', t) },
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

/** What the agent wrote, as he wrote it, under the ticket's header. */
function reply({ ticket }: Change, message: StoredMessage, place: Place): Outgoing[] {
  const content = withHeader(ticket, message)
  // An album carries its caption itself, but no buttons.
  const hasButtons = message.attachments.length < 2
  return said(message, place, { ...content, ...(hasButtons && { buttons: opinionButtons }) })
}

/** A question or a solution: until when it waits, and buttons to answer with. */
function waitsForClient(
  { ticket, messages }: Change,
  desk: Desk,
  { place, t, moment }: Reader,
  intro: string,
): Outgoing[] {
  const buttons = answerButtons(ticket, t)
  const deadline = closesAt(ticket, desk.timers)
  const closes = deadline === null ? '' : `\n\n${t('notice-closes', { time: moment(deadline) })}`
  const slot = proposalSlot(ticket.number, ticket.proposalNo)
  return messages.flatMap((message) => {
    const body: FormattedText = join(intro, '\n', message, closes)
    return said(message, place, { ...withHeader(ticket, body), buttons: [buttons] }, slot)
  })
}
