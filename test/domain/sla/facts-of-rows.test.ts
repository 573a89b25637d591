import { describe, expect, test } from 'vitest'

import { factsOfRows, type HistoryRows } from '../../support/facts-of-rows.ts'
import { noon } from '../../support/a-ticket.ts'
import { after } from '../../support/sla-facts.ts'
import { historyOf, type DeedName, type Step } from '../../support/ticket-history.ts'

const minute = 60_000
const each = (...deeds: Step['does'][]): Step[] =>
  deeds.map((does) => ({ does, afterMs: 10 * minute }))
const closed = (...deeds: DeedName[]) =>
  factsOfRows(historyOf(each(...deeds)).rows).flatMap((fact) =>
    fact.kind === 'status_changed' && fact.to === 'closed' ? [fact.closeReason] : [],
  )

const base: HistoryRows = {
  priority: 'high',
  messages: [],
  priorityChanges: [],
  statusChanges: [
    { from: null, to: 'new', transition: 'T01', actorKind: 'client', reason: null, at: noon },
  ],
}
const clientWrote = { author: 'client', purpose: 'message', isAck: false } as const

describe('the facts of a ticket', () => {
  test('begin with its creation, and the description is part of it', () => {
    const description = { ...clientWrote, purpose: 'description', recordedAt: noon }
    expect(factsOfRows({ ...base, messages: [description] })).toEqual([
      { kind: 'created', by: 'client', priority: 'high', at: noon },
    ])
  })

  test('say whether a client or an agent opened it', () => {
    const [opening] = base.statusChanges
    if (opening === undefined) throw new Error('no opening')
    const byAgent = { ...opening, transition: 'T02', actorKind: 'agent' } as const
    expect(factsOfRows({ ...base, statusChanges: [byAgent] })).toMatchObject([{ by: 'agent' }])
  })

  test('know the priority it began with from the first change of it', () => {
    const { rows } = historyOf(each({ priority: 'urgent' }, { priority: 'low' }))
    expect(factsOfRows(rows)).toMatchObject([
      { kind: 'created', priority: 'high' },
      { kind: 'priority_changed', priority: 'urgent', at: after(10) },
      { kind: 'priority_changed', priority: 'low', at: after(20) },
    ])
  })

  test.each<[string, DeedName[]]>([
    ['accepted', ['propose', 'accept']],
    ['solution_timeout', ['propose', 'autoclose']],
    ['no_client_response', ['ask', 'autoclose']],
    ['withdrawn', ['withdraw']],
    ['merged', ['merge']],
    ['agreed', ['agree']],
    ['duplicate', ['closeAsDuplicate']],
    ['spam', ['closeAsSpam']],
  ])('say that it was closed as %s', (reason, does) => {
    expect(closed(...does)).toEqual([reason])
  })

  test('let the words of a reopening come after it', () => {
    const { rows } = historyOf(each('reply', 'agree', 'reopen'))
    expect(factsOfRows(rows).slice(-2)).toMatchObject([
      { kind: 'status_changed', from: 'closed', at: after(30) },
      { kind: 'message', author: 'client', at: after(30) },
    ])
  })

  test('let the words with which an agent opens a ticket again count as an answer in it', () => {
    const { rows } = historyOf(each('closeAsDuplicate', 'reopenByAgent'))
    expect(factsOfRows(rows).slice(-2)).toMatchObject([
      { kind: 'status_changed', from: 'closed', at: after(20) },
      { kind: 'message', author: 'agent', at: after(20) },
    ])
  })

  test('let the words of an agent who closes a ticket come before it is closed', () => {
    const { rows } = historyOf(each('agree'))
    expect(factsOfRows(rows).slice(-2)).toMatchObject([
      { kind: 'message', author: 'agent' },
      { kind: 'status_changed', to: 'closed' },
    ])
  })

  test('leave a thank-you to a closed ticket where it was', () => {
    const { rows } = historyOf(each('reply', 'agree', 'thank', 'reopenByAgent'))
    expect(factsOfRows(rows).filter((fact) => fact.kind === 'message' && fact.isAck)).toEqual([
      { kind: 'message', author: 'client', isAck: true, at: after(30) },
    ])
  })

  test('hold no message that waited for a button when the ticket was closed', () => {
    const { rows } = historyOf(each('reply', 'agree', 'write'))
    expect(factsOfRows(rows).at(-1)).toMatchObject({ to: 'closed' })
  })
})
