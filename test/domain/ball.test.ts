import { describe, expect, test } from 'vitest'

import { ballOf } from '../../src/domain/ball.ts'
import { decide } from '../../src/domain/decide.ts'
import { newTicket } from '../../src/domain/open-ticket.ts'
import { statuses, type TicketStatus } from '../../src/domain/ticket.ts'

const noon = new Date('2026-12-01T12:00:00Z')
const draft = {
  typeKey: 'problem',
  typeTitle: 'Problem',
  requesterId: 7,
  keyData: {},
  priority: 'high' as const,
  description: 'It is broken',
}
const opened = newTicket(draft, noon)

const ball = (status: TicketStatus, needsReplySince: Date | null) =>
  ballOf({ ...opened, status, needsReplySince })

describe('the next step', () => {
  test.each<[TicketStatus, ReturnType<typeof ballOf>]>([
    ['new', 'support'],
    ['open', 'support'],
    ['pending', 'client'],
    ['postponed', 'support'],
    ['in_development', 'support'],
    ['solution_proposed', 'client'],
    ['closed', null],
  ])('of a ticket that is %s and answered is owed by %s', (status, owes) => {
    expect(ball(status, null)).toBe(owes)
  })

  test('is owed by support in every live status while a message waits for an answer', () => {
    for (const status of statuses.filter((one) => one !== 'closed')) {
      expect(ball(status, noon), status).toBe('support')
    }
  })

  test('is owed by nobody once the ticket is closed, whatever was left unanswered', () => {
    expect(ball('closed', noon)).toBeNull()
  })

  test('passes to the client with a question and back with his answer', () => {
    const agent = { kind: 'agent', agentId: 1, supervisor: false } as const
    const client = { kind: 'client', personId: 7 } as const
    const asked = decide(opened, { type: 'request_info' }, agent, noon)
    if (!asked.ok) throw new Error(asked.reason)
    const answered = decide(asked.ticket, { type: 'message' }, client, noon)
    if (!answered.ok) throw new Error(answered.reason)
    expect([opened, asked.ticket, answered.ticket].map(ballOf)).toEqual([
      'support',
      'client',
      'support',
    ])
  })
})
