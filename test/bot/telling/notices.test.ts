import { describe, expect, test } from 'vitest'

import { unpack } from '../../../src/bot/buttons/callback-data.ts'
import { notices } from '../../../src/bot/telling/notices.ts'
import { tellClient } from '../../../src/bot/telling/to-client.ts'
import { tellStaff } from '../../../src/bot/telling/to-staff.ts'
import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import type { Notice } from '../../../src/domain/decision.ts'
import { fromTelegram, type MessagePurpose } from '../../../src/domain/message.ts'
import type { Agent, Person } from '../../../src/domain/people.ts'
import { createTexts } from '../../../src/locales/texts.ts'
import type { StoredMessage, TicketChange } from '../../../src/services/change.ts'
import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'
import { aTicket, noon } from '../../support/a-ticket.ts'

const desk = { ...builtInDesk, timezone: 'Etc/UTC' }
const deps = { desk, texts: createTexts(), now: noon, staffChat: { id: () => -1 } }
const later = new Date(noon.getTime() + 3_600_000)

const agent = (id: number, name: string): Agent => ({
  id,
  telegramUserId: 100 + id,
  name,
  username: name.toLowerCase(),
  supervisor: false,
})
const anna = agent(1, 'Anna')
const boris = agent(2, 'Boris')
const vera = { ...agent(3, 'Vera'), supervisor: true }

const olena: Person = {
  id: 7,
  name: 'Olena',
  languageCode: 'en',
  language: 'en',
  timezone: null,
  reachable: true,
  bannedUntil: null,
  activeTicketNumber: null,
  activeTicketAt: null,
  quietHours: null,
  muted: [],
}

const said = (purpose: MessagePurpose, author: StoredMessage['author']): StoredMessage => ({
  id: 3,
  seq: 1,
  kind: 'public',
  author,
  purpose,
  text: 'WORDS',
  entities: [],
  attachments: [],
  origin: fromTelegram,
  places: [{ chatId: 7, messageId: 30 }],
  replyToId: null,
  sentAt: noon,
})

const byClient: Partial<TicketChange> = { by: 'client', messages: [said('message', 'client')] }
const byAgent = (purpose: MessagePurpose): Partial<TicketChange> => ({
  by: 'agent',
  actor: boris,
  messages: [said(purpose, 'agent')],
})
const related = { number: 15, subject: 'Other', topic: null }
const passed = (kind: 'warning' | 'breach') =>
  ({ metric: 'first_response', cycleNo: 1, kind, at: noon, dueAt: later }) as const

function change(notice: Notice, some: Partial<TicketChange>): TicketChange {
  return {
    about: 'ticket',
    ticket: aTicket({ status: 'open', assigneeId: anna.id }),
    statusChanged: false,
    requester: olena,
    assignee: anna,
    formerAssignee: null,
    by: 'system',
    actor: null,
    messages: [],
    notices: [notice],
    passed: [],
    earlierTickets: 0,
    isNewcomer: false,
    largeFiles: [],
    rating: null,
    ...some,
  }
}

/** What is read: words, `copy` of what stands elsewhere, `release` of buttons; the card is left out. */
function read(effects: Outgoing[]): string[] {
  return effects.flatMap((effect) => {
    switch (effect.kind) {
      case 'say':
        return [effect.content.text]
      case 'put':
        return effect.pin === true ? [] : [effect.content.text]
      case 'topic':
        return []
      default:
        return [effect.kind]
    }
  })
}

const tellsOf = (some: TicketChange, supervisors: Agent[] = [vera]) => ({
  client: read(tellClient(some, deps)),
  staff: read(tellStaff(some, { ...deps, supervisors })),
})

const under = (text: string) => `#12 It is broken\n\n${text}`

interface Told {
  client: string[]
  staff: string[]
}

/** What happened, and what is read of it. A notice that is missing here does not compile. */
const expected: Record<Notice, Told & { happened: Partial<TicketChange> }> = {
  ticket_opened: {
    happened: byClient,
    client: [under('Ticket #12 is open. You can expect the first answer by 12:30.')],
    staff: ['copy'],
  },
  opened_for_client: {
    happened: byAgent('description'),
    client: [under('Support opened this ticket for you:\nWORDS')],
    staff: ['WORDS'],
  },
  agent_works_on_it: {
    happened: {},
    client: [under('Anna is working on your ticket.')],
    staff: [],
  },
  reply_delivered: {
    happened: byAgent('reply'),
    client: [under('WORDS')],
    staff: [],
  },
  information_asked: {
    happened: {
      ...byAgent('question'),
      ticket: aTicket({ status: 'pending', waitingSince: noon, proposalNo: 1 }),
    },
    client: [
      under(
        'Support needs information from you:\nWORDS\n\nIf you do not answer by 5 December, 12:00, the ticket will close automatically.',
      ),
    ],
    staff: [],
  },
  solution_proposed: {
    happened: {
      ...byAgent('solution'),
      ticket: aTicket({ status: 'solution_proposed', waitingSince: noon, proposalNo: 1 }),
    },
    client: [
      under(
        'Support proposes a solution:\nWORDS\n\nIf you do not answer by 8 December, 12:00, the ticket will close automatically.',
      ),
    ],
    staff: [],
  },
  solution_withdrawn: {
    happened: { by: 'agent', actor: anna, statusChanged: true },
    client: ['release', under('Support took the proposed solution back and keeps working on it.')],
    staff: [],
  },
  client_wrote: {
    happened: byClient,
    client: [],
    staff: ['copy'],
  },
  decision_asked: {
    happened: {
      ...byClient,
      ticket: aTicket({
        status: 'solution_proposed',
        waitingSince: noon,
        undecidedSince: noon,
        proposalNo: 1,
      }),
    },
    client: ['release', under('Is it solved?')],
    staff: [],
  },
  undecided: {
    happened: { by: 'system', statusChanged: true },
    client: [
      'release',
      under('Support works on it again, because it was left open whether it is solved.'),
    ],
    staff: [
      '@anna, the client wrote to the solution and did not decide. The ticket is back in work.',
    ],
  },
  client_thanked: {
    happened: byClient,
    client: [under('You are welcome! The question above still waits for you.')],
    staff: ['The client said thanks.'],
  },
  solution_accepted: {
    happened: { by: 'client', statusChanged: true },
    client: ['release', under('You accepted the solution. The ticket is closed.')],
    staff: ['The client accepted the solution. The ticket is closed.'],
  },
  solution_rejected: {
    happened: { ...byClient, statusChanged: true },
    client: ['release', under('You rejected the solution. Support keeps working on it.')],
    staff: ['The client rejected the solution.', 'copy'],
  },
  rejected_often: {
    happened: { by: 'client', ticket: aTicket({ reopenCount: 3 }) },
    client: [],
    staff: ['Rejected again: the ticket has come back 3 times. @vera, please have a look.'],
  },
  rating_asked: {
    happened: { by: 'client' },
    client: [under('How helpful was support?')],
    staff: [],
  },
  rated: {
    happened: {},
    client: [],
    staff: [],
  },
  rated_low: {
    happened: {},
    client: [],
    staff: ['@vera, the client gave a low score: please have a look.'],
  },
  reassigned: {
    happened: { by: 'agent', actor: boris },
    client: [],
    staff: ['@anna is responsible now.'],
  },
  released: {
    happened: { by: 'agent', actor: anna, assignee: null },
    client: [],
    staff: ['Back in the queue.'],
  },
  distributed: {
    happened: {},
    client: [],
    staff: ['@anna is responsible now.'],
  },
  limit_passed: {
    happened: { formerAssignee: boris },
    client: [],
    staff: [
      'The time limit has passed. For information: @vera.\n@anna is responsible now.\n@boris, this ticket is no longer yours.',
    ],
  },
  nobody_free: {
    happened: { assignee: null },
    client: [],
    staff: ['The time limit has passed and nobody is free. @vera, please assign this ticket.'],
  },
  passed_around: {
    happened: {},
    client: [],
    staff: [
      'The time limit has passed, and this ticket changed hands too often today to be passed on. @anna, @vera, please have a look.',
    ],
  },
  postponed: {
    happened: {
      ...byAgent('reason'),
      ticket: aTicket({ status: 'postponed', postponedUntil: later }),
    },
    client: [under('Support postponed your ticket until 13:00:\nWORDS')],
    staff: [],
  },
  postpone_over: {
    happened: {},
    client: [under('The time is up: support is working on your ticket again.')],
    staff: ['@anna, the time is up: this ticket is open again.'],
  },
  snooze_ended: {
    happened: {},
    client: [],
    staff: ['@anna, the client wrote: the ticket is no longer postponed.'],
  },
  resumed: {
    happened: {},
    client: [under('Support is working on your ticket again.')],
    staff: [],
  },
  development_started: {
    happened: {
      by: 'agent',
      actor: anna,
      ticket: aTicket({ status: 'in_development', developmentDueAt: later }),
    },
    client: [under('Your ticket is in development. Expected: 13:00.')],
    staff: [],
  },
  development_moved: {
    happened: {
      by: 'agent',
      actor: anna,
      ticket: aTicket({ status: 'in_development', developmentDueAt: later }),
    },
    client: [under('The expected date has changed: 13:00.')],
    staff: [],
  },
  development_finished: {
    happened: { by: 'agent', actor: boris },
    client: [under('Development has ended. Support is working on your ticket again.')],
    staff: ['@anna, development has ended: this ticket is open again.'],
  },
  development_overdue: {
    happened: {},
    client: [
      under(
        'Development is taking longer than expected. Support is looking into your ticket again.',
      ),
    ],
    staff: ['@anna, @vera, development is overdue: this ticket is open again.'],
  },
  reminded: {
    happened: { ticket: aTicket({ status: 'pending', waitingSince: noon, proposalNo: 1 }) },
    client: [
      under(
        'A reminder: support is waiting for you. If you do not answer by 5 December, 12:00, the ticket will close automatically.',
      ),
    ],
    staff: [],
  },
  closed_by_time: {
    happened: {
      statusChanged: true,
      ticket: aTicket({ status: 'closed', closeReason: 'solution_timeout' }),
    },
    client: ['release', under('The ticket was closed: you did not respond to the solution.')],
    staff: ['Closed automatically: the client did not answer.'],
  },
  client_unreachable: {
    happened: {},
    client: [],
    staff: ['@anna, the client cannot be reached: they blocked the bot. The ticket stays open.'],
  },
  withdrawn: {
    happened: { by: 'client' },
    client: [under('You withdrew the ticket. It is closed.')],
    staff: ['The client withdrew the ticket.'],
  },
  closed_by_agent: {
    happened: {
      ...byAgent('reason'),
      ticket: aTicket({ status: 'closed', closeReason: 'obsolete' }),
    },
    client: [under('Support closed the ticket:\nWORDS')],
    staff: [],
  },
  reopened: {
    happened: { ...byClient },
    client: [under('The ticket is open again.')],
    staff: ['The ticket is open again.', 'copy'],
  },
  merged: {
    happened: { by: 'agent', actor: anna, related },
    client: [under('Your ticket #12 is now part of #15.')],
    staff: ['This ticket is now part of #15. /unmerge undoes this within 24 hours.'],
  },
  took_in: {
    happened: { by: 'agent', actor: anna, related, messages: [said('message', 'client')] },
    client: [],
    staff: ['#15 (Other) is now part of this ticket.', 'copy'],
  },
  unmerged: {
    happened: { by: 'agent', actor: anna, related },
    client: [under('Your ticket #12 is a ticket of its own again.')],
    staff: ['This ticket is no longer part of #15.'],
  },
  gave_back: {
    happened: { by: 'agent', actor: anna, related },
    client: [],
    staff: ['#15 (Other) is a ticket of its own again.'],
  },
  split: {
    happened: { by: 'agent', actor: anna, related, messages: [said('message', 'client')] },
    client: [],
    staff: ['This goes on as a ticket of its own: #15.'],
  },
  split_off: {
    happened: { by: 'agent', actor: anna, related, messages: [said('description', 'client')] },
    client: [
      under('Support opened ticket #12 for this. You can expect the first answer by 12:30.'),
    ],
    staff: ['Split off from #15 (Other).', 'copy'],
  },
  relabelled: {
    happened: {},
    client: [],
    staff: [],
  },
  promise_near: {
    happened: { passed: [passed('warning')] },
    client: [],
    staff: ['@anna, the first answer is promised by 13:00.'],
  },
  promise_broken: {
    happened: { passed: [passed('breach')] },
    client: [],
    staff: ['The first answer was promised by 13:00. @anna, @vera, please have a look.'],
  },
}

const all = Object.keys(notices) as Notice[]

test.each(all)('%s: what its client reads, and its agents', (notice) => {
  const { happened, client, staff } = expected[notice]
  expect(tellsOf(change(notice, happened))).toEqual({ client, staff })
})

test('who does without what is optional still gets the rest', () => {
  const requester = { ...olena, muted: ['works', 'progress'] }
  const silent = all.filter((notice) => {
    const { happened, client } = expected[notice]
    if (client.length === 0) return false
    return tellsOf(change(notice, { ...happened, requester })).client.length === 0
  })
  expect(silent).toEqual([
    'agent_works_on_it',
    'postpone_over',
    'resumed',
    'development_started',
    'development_moved',
    'development_finished',
    'development_overdue',
  ])
})

describe('supervisors', () => {
  const staffOf = (notice: Notice, some: Partial<TicketChange>, supervisors: Agent[]) =>
    tellsOf(change(notice, { ...expected[notice].happened, ...some }), supervisors).staff.join('\n')

  test('are named where it is no matter of the assignee alone, and nowhere else', () => {
    const naming = all.filter((notice) => staffOf(notice, {}, [vera]).includes('@vera'))
    expect(naming).toEqual([
      'rejected_often',
      'rated_low',
      'limit_passed',
      'nobody_free',
      'passed_around',
      'development_overdue',
      'promise_broken',
    ])
    expect(all.filter((notice) => notices[notice].supervisors)).toEqual(naming)
  })

  test('the only one is named once, also when the ticket is theirs or was', () => {
    const theirs = { assignee: vera }
    expect(staffOf('promise_broken', theirs, [vera])).toMatch(/ @vera, please have a look\.$/)
    expect(staffOf('nobody_free', theirs, [vera])).toBe(
      'The time limit has passed and nobody else is free. @vera, please have a look.',
    )
    expect(staffOf('limit_passed', { formerAssignee: vera }, [vera])).toBe(
      'The time limit has passed.\n@anna is responsible now.\n@vera, this ticket is no longer yours.',
    )
  })

  test('while none is known they are called together', () => {
    expect(staffOf('nobody_free', {}, [])).toContain('Supervisors, please assign this ticket.')
    expect(staffOf('promise_broken', {}, [])).toContain('@anna, Supervisors, please have a look.')
    expect(staffOf('limit_passed', {}, [])).toContain('For information: Supervisors.')
  })
})

describe('the assignee', () => {
  test('is not told of what they did themselves', () => {
    const own = { by: 'agent', actor: anna } as const
    expect(tellsOf(change('reassigned', own)).staff).toEqual([])
    expect(tellsOf(change('development_finished', own)).staff).toEqual([])
  })

  test('hears of it when the limit has passed and the ticket stays theirs', () => {
    const kept = { notices: ['limit_passed', 'nobody_free'] as Notice[] }
    expect(tellsOf(change('nobody_free', kept)).staff).toEqual([
      'The time limit has passed and nobody else is free. @anna, @vera, please have a look.',
    ])
    const often = { notices: ['limit_passed', 'passed_around'] as Notice[] }
    expect(tellsOf(change('passed_around', often)).staff).toEqual(expected.passed_around.staff)
  })

  test('without a user name is notified by the name itself, as are all who are named', () => {
    const nameless = (one: Agent): Agent => ({ ...one, username: null })
    const some = { assignee: nameless(anna), formerAssignee: { ...nameless(boris), name: 'Anna' } }
    const effects = tellStaff(change('limit_passed', some), {
      ...deps,
      supervisors: [nameless(vera)],
    })
    const say = effects.find(({ kind }) => kind === 'say')
    if (say?.kind !== 'say') throw new Error('Nothing is said')
    const { text, entities } = say.content
    expect(text).toBe(
      'The time limit has passed. For information: Vera.\nAnna is responsible now.\nAnna, this ticket is no longer yours.',
    )
    const named = entities.map(({ type, offset, length, ...rest }) => {
      const { user } = rest as unknown as { user: { id: number } }
      return [type, text.slice(offset, offset + length), user.id]
    })
    expect(named).toEqual([
      ['text_mention', 'Vera', vera.telegramUserId],
      ['text_mention', 'Anna', anna.telegramUserId],
      ['text_mention', 'Anna', boris.telegramUserId],
    ])
  })

  test('who takes a ticket from a colleague is named to them', () => {
    const taken = { by: 'agent', actor: anna, formerAssignee: boris } as const
    expect(tellsOf(change('reassigned', taken)).staff).toEqual([
      '@anna is responsible now.\n@boris, this ticket is no longer yours.',
    ])
  })

  test('who gives a ticket away, or lays it down, is not told that it is gone', () => {
    const given = { by: 'agent', actor: boris, formerAssignee: boris } as const
    expect(tellsOf(change('reassigned', given)).staff).toEqual(['@anna is responsible now.'])
    expect(tellsOf(change('released', { ...given, assignee: null })).staff).toEqual([
      'Back in the queue.',
    ])
  })
})

describe('the topic', () => {
  const effectsOf = (notice: Notice, some: Partial<TicketChange> = {}) =>
    tellStaff(change(notice, { ...expected[notice].happened, ...some }), {
      ...deps,
      supervisors: [],
    })

  test('has its card shown anew for all but what the card does not show', () => {
    const silent = all.filter((notice) => !effectsOf(notice).some(({ kind }) => kind === 'put'))
    expect(silent).toEqual(['promise_near', 'promise_broken'])
  })

  test('begins with its card where the ticket is new', () => {
    const first = all.filter((notice) =>
      effectsOf(notice).some((effect) => effect.kind === 'put' && effect.first === true),
    )
    expect(first).toEqual(['ticket_opened', 'opened_for_client', 'split_off'])
  })

  test('is opened by what opens the ticket, closed with it, and else left as it is', () => {
    const openness = (status: TicketChange['ticket']['status']) =>
      all.flatMap((notice) => {
        const ticket = aTicket({ status })
        const effects = effectsOf(notice, { ticket, statusChanged: true })
        return effects.flatMap((one) =>
          one.kind === 'topic' && one.open !== undefined ? [`${notice} ${String(one.open)}`] : [],
        )
      })
    expect(openness('open')).toEqual(['reopened true', 'unmerged true'])
    expect(openness('closed').every((one) => one.endsWith(' false'))).toBe(true)
    expect(openness('closed')).toHaveLength(all.length - 2)
  })
})

const toldToClient = (notice: Notice, some: Partial<TicketChange> = {}) =>
  tellClient(change(notice, { ...expected[notice].happened, ...some }), deps)

describe('quiet hours', () => {
  const requester = { ...olena, quietHours: { fromMinutes: 11 * 60, toMinutes: 13 * 60 } }
  const isHeld = (effect: Outgoing) => effect.hold?.kind === 'quiet'

  test('hold until their end what others cause, and nothing that the client did himself', () => {
    const causes = ['agent', 'system', 'client'] as const
    for (const notice of all.filter((one) => expected[one].client.length > 0)) {
      const held = causes.map((by) => toldToClient(notice, { by, requester }).map(isHeld))
      expect([
        notice,
        held.flatMap((some, at) => (some.every(Boolean) ? [causes[at]] : [])),
      ]).toEqual([notice, ['agent', 'system']])
      expect(held[2]).not.toContain(true)
    }
    const [effect] = toldToClient('reply_delivered', { requester })
    expect(effect?.hold).toEqual({ until: later.toISOString(), kind: 'quiet' })
  })

  test('are those of the zone in which the client lives', () => {
    const kyiv = { ...requester, timezone: 'Europe/Kyiv' }
    expect(toldToClient('reply_delivered', { requester: kyiv }).map(isHeld)).toEqual([false])
  })
})

describe('the buttons under a notice', () => {
  const buttonsOf = (notice: Notice) =>
    toldToClient(notice).flatMap((effect) =>
      effect.kind === 'say'
        ? (effect.content.buttons ?? []).flat().map(({ label, data }) => [label, unpack(data)])
        : [],
    )

  test('of a ticket that became part of another add to that one', () => {
    expect(buttonsOf('merged')).toEqual([['Add details', { action: 'add', ticket: 15 }]])
  })

  test('of a ticket that time closed open it again', () => {
    expect(buttonsOf('closed_by_time')).toEqual([
      ['Reopen', { action: 'reopen', ticket: 12, closure: 0 }],
    ])
  })

  test('of a new ticket add to it and withdraw it', () => {
    expect(buttonsOf('ticket_opened')).toEqual([
      ['Add details', { action: 'add', ticket: 12 }],
      ['Withdraw', { action: 'withdraw', ticket: 12, sure: 0 }],
    ])
  })
})

test('what a client wrote is shown in answer to what he answered, but not in another topic', () => {
  const messages = [{ ...said('message', 'client'), replyToId: 2 }]
  const copyOf = (notice: Notice) =>
    tellStaff(change(notice, { ...expected[notice].happened, messages }), {
      ...deps,
      supervisors: [],
    }).filter(({ kind }) => kind === 'copy')
  const place = { kind: 'topic', ticketNumber: 12 }
  const copy = { kind: 'copy', place, message: 3, from: { chatId: 7, messageIds: [30] } }
  expect(copyOf('client_wrote')).toEqual([{ ...copy, replyTo: { copyOfMessage: 2 } }])
  expect(copyOf('took_in')).toEqual([copy])
  expect(copyOf('split_off')).toEqual([copy])
})
