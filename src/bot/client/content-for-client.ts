import type { Desk } from '../../desk/desk.ts'
import { join } from '../../domain/formatted.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { closesAt } from '../../domain/timers.ts'
import type { Person } from '../../domain/people.ts'
import { formatMoment } from '../../locales/date-time.ts'
import { chooseLanguage } from '../../locales/language.ts'
import type { T, Texts } from '../../locales/texts.ts'
import type { Content, Place } from '../../services/notifier/outgoing.ts'
import type { StoredMessage } from '../../services/tickets/change.ts'
import { opinionButtons } from '../views/opinion-buttons.ts'
import { withHeader } from '../views/ticket-header.ts'
import { addButton, answerButtons } from './answer-buttons.ts'

/** How somebody is written to. */
export interface Reader {
  place: Place
  t: T
  /** An instant in words, in the client's language and zone. */
  moment: (at: Date) => string
}

/** The requester of a ticket, in his language and zone. */
export function readerOf(
  requester: Person,
  { desk, texts, now }: { desk: Desk; texts: Texts; now: Date },
): Reader {
  const { language: chosen, languageCode } = requester
  const language = chooseLanguage(chosen, languageCode ?? undefined, desk.languages)
  const zone = requester.timezone ?? desk.timezone
  return {
    place: { kind: 'person', chatId: requester.telegramUserId },
    t: texts(language),
    moment: (at) => formatMoment(at, now, zone, language),
  }
}

/**
 * What an agent wrote as its client has it, under the ticket's header: what it is, the words, until
 * when they wait for him, and buttons to answer with. The same when it is sent and when it is edited.
 *
 * @param input.waits whether the client still has to answer it
 */
export function contentForClient(
  { ticket, message, waits }: { ticket: Ticket; message: StoredMessage; waits: boolean },
  { timers }: Pick<Desk, 'timers'>,
  { t, moment }: Pick<Reader, 't' | 'moment'>,
): Content {
  switch (message.purpose) {
    case 'question':
    case 'solution': {
      const deadline = waits ? closesAt(ticket, timers) : null
      const closes =
        deadline === null ? '' : `\n\n${t('notice-closes', { time: moment(deadline) })}`
      const lead = t(message.purpose === 'question' ? 'notice-question' : 'notice-solution')
      const content = withHeader(ticket, join(lead, '\n', message, closes))
      return waits ? { ...content, buttons: [answerButtons(ticket, t)] } : content
    }
    case 'description': {
      const content = withHeader(ticket, join(t('notice-opened-for-you'), '\n', message))
      return { ...content, buttons: [addButton(ticket.number, t)] }
    }
    default: {
      const content = withHeader(ticket, message)
      // An album carries its caption itself, but no buttons.
      return message.attachments.length < 2 ? { ...content, buttons: opinionButtons } : content
    }
  }
}
