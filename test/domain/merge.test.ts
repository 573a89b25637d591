import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decide } from '../../src/domain/decide.ts'
import type { Actor, TicketEvent } from '../../src/domain/event.ts'
import { beforeMerge, type MadeMerge } from '../../src/domain/merge.ts'
import { liveStatuses, type Ticket, type TicketStatus } from '../../src/domain/ticket.ts'
import { aTicket, noon } from '../support/a-ticket.ts'

const hour = 3_600_000
const after = (hours: number) => new Date(noon.getTime() + hours * hour)
const anna: Actor = { kind: 'agent', agentId: 1, supervisor: false }

function decided(before: Ticket, event: TicketEvent, at: Date) {
  const decision = decide(before, event, anna, at)
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`)
  return decision
}

function refused(before: Ticket, event: TicketEvent, at = noon) {
  const decision = decide(before, event, anna, at)
  return decision.ok ? undefined : decision.reason
}

const into = (target: Partial<Extract<TicketEvent, { type: 'merge_into' }>['target']>) =>
  ({
    type: 'merge_into',
    target: { number: 9, mergedInto: null, closed: false, requesterId: 7, ...target },
  }) as const

const untouched = {
  survivorMerged: false,
  tookInLater: false,
  answered: false,
  wroteAt: null,
}

/** Merges a part into a survivor an hour after noon. */
function merge(part: Ticket, survivor: Ticket) {
  const { tags, needsReplySince } = part
  const taken: TicketEvent =
    needsReplySince === null
      ? { type: 'take_in', tags }
      : { type: 'take_in_unanswered', tags, needsReplySince }
  const made: MadeMerge = {
    mergedAt: after(1),
    part: beforeMerge(part),
    survivor: beforeMerge(survivor),
    ...untouched,
  }
  return {
    made,
    part: decided(part, into({ number: survivor.number }), after(1)),
    survivor: decided(survivor, taken, after(1)),
  }
}

const inStatus = (status: TicketStatus, change: Partial<Ticket> = {}) => {
  const waits = status === 'pending' || status === 'solution_proposed'
  const isQuiet = waits || status === 'postponed'
  return aTicket({
    status,
    assigneeId: status === 'new' ? null : 1,
    assignedAt: status === 'new' ? null : noon,
    needsReplySince: isQuiet ? null : noon,
    waitingSince: waits ? noon : null,
    postponedUntil: status === 'postponed' ? after(48) : null,
    development:
      status === 'in_development' ? { engineer: 'Ada', externalKey: 'KEY-1', slipCount: 2 } : null,
    developmentDueAt: status === 'in_development' ? after(72) : null,
    ...change,
  })
}
const survivorIn = (status: TicketStatus, change: Partial<Ticket> = {}) =>
  inStatus(status, { number: 9, ...change })

describe('a merge', () => {
  test('closes the part without asking for a rating', () => {
    const { part } = merge(inStatus('open', { firstResponseAt: noon }), survivorIn('open'))
    expect(part.ticket).toMatchObject({ status: 'closed', closeReason: 'merged', mergedInto: 9 })
    expect(part.notices).toEqual(['merged'])
    const reopen = { type: 'reopen', windowMs: 100 * hour, text: 'again' } as const
    expect(refused(part.ticket, reopen, after(2))).toBe('never_reopened')
  })

  test.each(['pending', 'postponed', 'solution_proposed'] as const)(
    'wakes a survivor that is %s when the part waits for an answer',
    (status) => {
      const { survivor } = merge(inStatus('open'), survivorIn(status))
      expect(survivor.ticket).toMatchObject({ status: 'open', needsReplySince: noon })
      const quiet = merge(inStatus('pending'), survivorIn(status))
      expect(quiet.survivor.ticket).toMatchObject({ status, needsReplySince: null })
    },
  )

  test('lets the oldest message count and joins the tags', () => {
    const part = inStatus('open', { needsReplySince: after(-2), tags: ['a', 'c'] })
    const { survivor } = merge(part, survivorIn('open', { tags: ['b', 'c'] }))
    expect(survivor.ticket.needsReplySince).toEqual(after(-2))
    expect(survivor.ticket.tags).toEqual(['a', 'b', 'c'])
  })

  test('is refused into itself, a part of it, a closed ticket or that of somebody else', () => {
    const ticket = inStatus('open')
    expect(refused(ticket, into({ number: 12 }))).toBe('merge_target_self')
    expect(refused(ticket, into({ mergedInto: 12, closed: true }))).toBe('merge_target_part')
    expect(refused(ticket, into({ closed: true }))).toBe('merge_target_closed')
    expect(refused(ticket, into({ requesterId: 8, closed: true }))).toBe('merge_other_requester')
    const { part } = merge(ticket, survivorIn('open'))
    expect(refused(part.ticket, into({ number: 10 }))).toBe('already_merged')
  })
})

describe('undoing a merge', () => {
  const statuses = fc.constantFrom(...liveStatuses)
  const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((all) => all.sort())

  test('brings both tickets back as they were, whatever they were', () => {
    fc.assert(
      fc.property(statuses, statuses, tags, tags, (one, other, oneTags, otherTags) => {
        const before = {
          part: inStatus(one, { tags: oneTags, closureNo: 2 }),
          survivor: survivorIn(other, { tags: otherTags, needsReplySince: null }),
        }
        const { made, part, survivor } = merge(before.part, before.survivor)
        const undone = {
          part: decided(part.ticket, { type: 'unmerge', merge: made }, after(3)).ticket,
          survivor: decided(survivor.ticket, { type: 'give_back', merge: made }, after(3)).ticket,
        }
        expect(beforeMerge(undone.part)).toEqual(beforeMerge(before.part))
        expect(beforeMerge(undone.survivor)).toEqual(beforeMerge(before.survivor))
        expect(undone.part).toMatchObject({ mergedInto: null, closedAt: null, closeReason: null })
        // Who waited for the client waits a full time again.
        const woken = undone.survivor.enteredAt.getTime() === after(3).getTime()
        const waits = other === 'pending' || other === 'solution_proposed'
        expect(undone.survivor.waitingSince).toEqual(!waits ? null : woken ? after(3) : noon)
      }),
    )
  })

  test('asks the client once more what he had been asked', () => {
    const { made, part } = merge(inStatus('pending'), survivorIn('open'))
    const { notices } = decided(part.ticket, { type: 'unmerge', merge: made }, after(3))
    expect(notices).toEqual(['unmerged', 'reminded'])
  })

  test('leaves what happened to the survivor meanwhile', () => {
    const { made, survivor } = merge(inStatus('open', { tags: ['a'] }), survivorIn('pending'))
    const wrote = { ...made, wroteAt: after(2) }
    const giveBack = { type: 'give_back', merge: wrote } as const
    const later = decided(survivor.ticket, giveBack, after(3)).ticket
    expect(later).toMatchObject({ status: 'open', needsReplySince: after(2), tags: [] })
    const closed = { ...survivor.ticket, status: 'closed', needsReplySince: null } as const
    const gone = decided(closed, { type: 'give_back', merge: made }, after(3)).ticket
    expect(gone).toMatchObject({ status: 'closed', needsReplySince: null, tags: [] })
  })

  test('is possible for a day, until the client is answered or the survivor is merged', () => {
    const { made, part } = merge(inStatus('open'), survivorIn('open'))
    const unmerge = (change: Partial<MadeMerge>, at = after(25)) =>
      refused(part.ticket, { type: 'unmerge', merge: { ...made, ...change } }, at)
    expect(unmerge({})).toBeUndefined()
    expect(unmerge({}, new Date(after(25).getTime() + 1))).toBe('unmerge_window_over')
    expect(unmerge({ answered: true })).toBe('unmerge_answered')
    expect(unmerge({ survivorMerged: true })).toBe('unmerge_survivor_merged')
    expect(unmerge({ tookInLater: true })).toBe('unmerge_later_first')
    expect(refused(inStatus('open'), { type: 'unmerge', merge: made })).toBe('not_merged')
  })

  test('gives the assignee a full limit, and nobody a ticket of the queue', () => {
    const { made, part } = merge(inStatus('open'), survivorIn('open'))
    const undone = decided(part.ticket, { type: 'unmerge', merge: made }, after(3))
    expect(undone.ticket).toMatchObject({ assigneeId: 1, assignedAt: after(3) })
    const queued = merge(inStatus('new'), survivorIn('open'))
    expect(queued.part.ticket.assigneeId).toBe(1)
    const event = { type: 'unmerge', merge: queued.made } as const
    const back = decided(queued.part.ticket, event, after(3))
    expect(back.ticket).toMatchObject({ assigneeId: null, assignedAt: null, status: 'new' })
    expect(back.assignmentChange).toMatchObject({ cause: 'unmerged', toAgentId: null })
  })
})
