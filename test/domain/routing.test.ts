import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { routeClientMessage } from '../../src/domain/routing.ts'

const now = new Date('2026-12-01T12:00:00Z')
const halfAnHour = 30 * 60_000
const ago = (ms: number) => new Date(now.getTime() - ms)

type Question = Parameters<typeof routeClientMessage>[0]

const route = (change: Partial<Question>) =>
  routeClientMessage({
    repliedTicket: null,
    activeTicket: null,
    liveTickets: [],
    activeTicketMs: halfAnHour,
    now,
    ...change,
  })

const number = fc.integer({ min: 1, max: 30 })
const question = fc.record({
  repliedTicket: fc.option(number),
  activeTicket: fc.option(
    fc.record({ number, selectedAt: fc.integer({ min: 0, max: 2 * halfAnHour }).map(ago) }),
  ),
  liveTickets: fc.uniqueArray(number, { maxLength: 5 }),
})

describe("a client's message", () => {
  test('belongs to the ticket it replies to, whatever else could be meant', () => {
    fc.assert(
      fc.property(question, number, (asked, repliedTicket) => {
        expect(route({ ...asked, repliedTicket })).toEqual({ to: 'ticket', number: repliedTicket })
      }),
    )
  })

  test('goes into the ticket he opened from his list within the last half an hour', () => {
    const liveTickets = [12, 15]
    const opened = (ms: number) => ({ number: 15, selectedAt: ago(ms) })
    expect(route({ liveTickets, activeTicket: opened(0) })).toEqual({ to: 'ticket', number: 15 })
    expect(route({ liveTickets, activeTicket: opened(halfAnHour) })).toEqual({
      to: 'ticket',
      number: 15,
    })
    expect(route({ liveTickets, activeTicket: opened(halfAnHour + 1) })).toEqual({
      to: 'ask',
      numbers: [12, 15],
    })
  })

  test('does not go into a ticket that was opened from the list and closed meanwhile', () => {
    const activeTicket = { number: 9, selectedAt: now }
    expect(route({ activeTicket, liveTickets: [12] })).toEqual({ to: 'ticket', number: 12 })
    expect(route({ activeTicket, liveTickets: [] })).toEqual({ to: 'draft' })
  })

  test('goes into his only live ticket', () => {
    expect(route({ liveTickets: [12] })).toEqual({ to: 'ticket', number: 12 })
  })

  test('is asked about when several are live, with all of them in their order', () => {
    expect(route({ liveTickets: [15, 12, 20] })).toEqual({ to: 'ask', numbers: [15, 12, 20] })
  })

  test('begins a draft when none is live', () => {
    expect(route({})).toEqual({ to: 'draft' })
  })

  test('never goes into a ticket that is neither live nor replied to', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const found = route(asked)
        const known = [...asked.liveTickets, asked.repliedTicket]
        if (found.to === 'ticket') expect(known).toContain(found.number)
        if (found.to === 'ask') expect(found.numbers).toEqual(asked.liveTickets)
        if (found.to === 'draft') expect(asked.liveTickets).toEqual([])
      }),
    )
  })

  test('is guessed only where a single ticket can be meant', () => {
    fc.assert(
      fc.property(question, ({ liveTickets }) => {
        fc.pre(liveTickets.length > 1)
        expect(route({ liveTickets }).to).toBe('ask')
      }),
    )
  })
})
