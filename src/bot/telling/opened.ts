import { calendarOf } from '../../desk/calendar.ts'
import { expectedFirstAnswerAt } from '../../domain/expected-answer.ts'
import type { TicketChange } from '../../services/change.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import { withHeader } from '../views/ticket-header.ts'
import { addButton, withdrawButton } from './answer-buttons.ts'
import type { Reader } from './reader.ts'

type Say = Extract<Outgoing, { kind: 'say' }>

/** Number and time by which somebody answers, under a ticket that its client has opened. */
export function opened(change: TicketChange, reader: Reader): Outgoing[] {
  return [sayOpened(change, reader, 'notice-opened')]
}

/** A message of his goes on as a ticket of its own: the notice stands at that message. */
export function splitOff(change: TicketChange, reader: Reader): Outgoing[] {
  const written = change.messages[0]?.places[0]
  const say = sayOpened(change, reader, 'notice-split')
  return [{ ...say, ...(written !== undefined && { replyTo: written }) }]
}

function sayOpened(
  { ticket }: TicketChange,
  { desk, place, t, moment }: Reader,
  key: 'notice-opened' | 'notice-split',
): Say {
  const { number, createdAt } = ticket
  const answerAt = expectedFirstAnswerAt(createdAt, desk.timers.firstResponseMs, calendarOf(desk))
  const text = t(key, { number, time: moment(answerAt) })
  const buttons = [addButton(number, t), withdrawButton(number, t)]
  return { kind: 'say', place, content: { ...withHeader(ticket, text), buttons } }
}
