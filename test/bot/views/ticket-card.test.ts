import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ticketCard, type TicketCard } from '../../../src/bot/views/ticket-card.ts'
import { languages } from '../../../src/domain/language.ts'
import { newTicket } from '../../../src/domain/open-ticket.ts'
import { priorities, statuses, type Ticket } from '../../../src/domain/ticket.ts'
import { createTexts } from '../../../src/locales/texts.ts'

const texts = createTexts()
const noon = new Date('2026-12-01T12:00:00Z')
const draft = {
  typeKey: 'problem',
  typeTitle: 'Problem',
  requesterId: 7,
  keyData: {},
  priority: 'high' as const,
  description: 'No sound',
}
const opened: Ticket = { ...newTicket(draft, noon), number: 12 }

function card(change: Partial<TicketCard> = {}, language: (typeof languages)[number] = 'en') {
  const whole: TicketCard = {
    ticket: opened,
    typeTitle: 'Problem',
    keyData: [],
    clientName: 'Olena',
    earlierTickets: 0,
    assigneeName: null,
    nextDeadline: null,
    largeFiles: [],
    rating: null,
    ...change,
  }
  return ticketCard(whole, texts(language))
}

const linesOf = (change: Partial<TicketCard>) => card(change).text.split('\n')

describe('the card of a ticket', () => {
  test('tells all that an agent needs to begin', () => {
    const { text } = card({
      keyData: [
        { title: 'Which part is it about?', value: 'Telephony' },
        { title: 'Who is affected?', value: 'Everyone' },
      ],
      earlierTickets: 3,
      assigneeName: 'Anna',
      nextDeadline: '14:30',
      largeFiles: [{ name: 'call.mp4', sizeBytes: 31_400_000 }],
    })
    expect(text.split('\n')).toEqual([
      '#12 No sound',
      'Client: Olena (unverified, 3 earlier tickets)',
      'Type: Problem',
      'Which part is it about? Telephony',
      'Who is affected? Everyone',
      'Priority: High',
      'Status: New',
      'Responsible: Anna',
      'Support owes an answer by 14:30',
      'Large file, Telegram only: call.mp4 (31 MB)',
    ])
  })

  test('has the number and the subject in bold', () => {
    expect(card().entities).toEqual([{ type: 'bold', offset: 0, length: '#12 No sound'.length }])
  })

  test('says that nobody is responsible yet, and that it is the first ticket', () => {
    expect(linesOf({})).toContain('Responsible: nobody yet')
    expect(linesOf({})).toContain('Client: Olena (unverified, first ticket)')
  })

  test.each(languages)('names every status and priority in %s', (language) => {
    const t = texts(language)
    for (const status of statuses) {
      const { text } = card({ ticket: { ...opened, status } }, language)
      expect(text).toContain(t('card-status', { status: t(`status-${status}`) }))
    }
    for (const priority of priorities) {
      const { text } = card({ ticket: { ...opened, priority } }, language)
      expect(text).toContain(t('card-priority', { priority: t(`priority-${priority}`) }))
    }
  })

  test('shows names, answers and subjects to the letter, and no formatting hidden in them', () => {
    const word = fc.oneof(
      fc.constantFrom('{ $name }', '<b>&amp;', '*bold* _it_', '$&', '\u202eolleH', '`code`'),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    )
    fc.assert(
      fc.property(word, word, word, word, (clientName, value, assigneeName, subject) => {
        const ticket = { ...opened, subject }
        const keyData = [{ title: 'Part?', value }]
        const { text, entities } = card({ ticket, clientName, keyData, assigneeName })
        expect(text.startsWith(`#12 ${subject}\n`)).toBe(true)
        expect(text).toContain(`Client: ${clientName} (`)
        expect(text).toContain(`\nPart? ${value}\n`)
        expect(text).toContain(`Responsible: ${assigneeName}`)
        expect(entities).toEqual([{ type: 'bold', offset: 0, length: subject.length + 4 }])
      }),
    )
  })
})

describe('the clock of the card', () => {
  const clock = (change: Partial<Ticket>, nextDeadline: string | null = '14:30') =>
    linesOf({ ticket: { ...opened, ...change }, nextDeadline }).at(-1)

  test('says who owes the next step, and until when', () => {
    expect(clock({})).toBe('Support owes an answer by 14:30')
    expect(clock({ status: 'open', needsReplySince: null })).toBe('Next step by 14:30')
    for (const status of ['pending', 'solution_proposed'] as const) {
      expect(clock({ status, needsReplySince: null })).toBe(
        'Waiting for the client; closes automatically: 14:30',
      )
    }
  })

  test('is not shown when no timer runs, or the ticket is closed', () => {
    expect(clock({}, null)).toBe('Responsible: nobody yet')
    expect(clock({ status: 'closed' })).toBe('Responsible: nobody yet')
  })
})
