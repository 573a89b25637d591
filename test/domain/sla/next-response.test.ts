import { describe, expect, test } from 'vitest'

import {
  after,
  answers,
  asks,
  clockOf,
  closes,
  cyclesOf,
  foundUnanswered,
  leavesOpen,
  minute,
  opened,
  thanks,
  turns,
} from '../../support/sla-facts.ts'

const answered = [opened(), answers(10)]

describe('the clock of the next response', () => {
  test('does not begin before the first response is given (I11)', () => {
    expect(cyclesOf('next_response', [opened(), asks(5)])).toEqual([])
    expect(cyclesOf('next_response', [opened(), asks(5), answers(10)])).toEqual([])
  })

  test('begins with the first message after the first response', () => {
    expect(clockOf('next_response', [...answered, asks(60)])).toMatchObject({
      cycleNo: 1,
      state: 'running',
      startedAt: after(60),
      dueAt: after(90),
    })
  })

  test('has one cycle for two messages in a row, from the older one', () => {
    expect(clockOf('next_response', [...answered, asks(60), asks(80)])).toMatchObject({
      cycleNo: 1,
      startedAt: after(60),
      dueAt: after(90),
    })
  })

  test('has another cycle, from nothing, for the next unanswered spell', () => {
    const facts = [...answered, asks(60), answers(85), answers(86), asks(200)]
    expect(cyclesOf('next_response', facts)).toMatchObject([
      { cycleNo: 1, state: 'met', countedMs: 25 * minute, endedAt: after(85) },
      { cycleNo: 2, state: 'running', countedMs: 0, dueAt: after(230) },
    ])
  })

  test('is not begun by a thank-you', () => {
    expect(cyclesOf('next_response', [...answered, thanks(20)])).toEqual([])
    const solved = [...answered, turns('open', 'solution_proposed', 10), thanks(20)]
    expect(cyclesOf('next_response', solved)).toEqual([])
  })

  test('is not begun by a message that leaves a solution undecided, but from it once it is no acceptance', () => {
    const proposed = [...answered, turns('open', 'solution_proposed', 10), leavesOpen(20)]
    expect(cyclesOf('next_response', proposed)).toEqual([])
    const back = [...proposed, foundUnanswered(20, 45), turns('solution_proposed', 'open', 45)]
    expect(clockOf('next_response', back)).toMatchObject({
      cycleNo: 1,
      state: 'running',
      startedAt: after(20),
      dueAt: after(50),
      warnedAt: after(44),
      breachedAt: null,
    })
  })

  test('of a rejection begins with what was written before it', () => {
    const proposed = [...answered, turns('open', 'solution_proposed', 10), leavesOpen(20)]
    const rejected = [...proposed, foundUnanswered(20, 30), asks(30)]
    expect(clockOf('next_response', rejected)).toMatchObject({ startedAt: after(20) })
  })

  test('is not begun again by a thank-you for the answer that met it', () => {
    const facts = [...answered, asks(60), answers(70), thanks(71), thanks(72)]
    expect(clockOf('next_response', facts)).toMatchObject({ cycleNo: 1, state: 'met' })
  })

  test('is begun by the first question, not by the thank-you before it', () => {
    const facts = [...answered, thanks(20), asks(60)]
    expect(clockOf('next_response', facts)).toMatchObject({ startedAt: after(60) })
  })

  test('is neither stopped nor met by a thank-you that follows the question', () => {
    const facts = [...answered, asks(60), thanks(65)]
    expect(clockOf('next_response', facts)).toMatchObject({ state: 'running', dueAt: after(90) })
  })

  test('never pauses, not even for an engineer', () => {
    const facts = [...answered, asks(60), turns('open', 'in_development', 65)]
    expect(clockOf('next_response', facts)).toMatchObject({ state: 'running', dueAt: after(90) })
  })

  test('is called off when the ticket is merged into another (merging is no answer)', () => {
    const facts = [...answered, asks(60), closes('open', 'merged', 70)]
    expect(clockOf('next_response', facts)).toMatchObject({ state: 'cancelled' })
  })

  test('that was called off late has been breached all the same', () => {
    const facts = [...answered, asks(60), closes('open', 'withdrawn', 100)]
    expect(clockOf('next_response', facts)).toMatchObject({
      state: 'cancelled',
      breachedAt: after(90),
    })
  })

  test('has another cycle for the words of a reopening', () => {
    const facts = [...answered, closes('open', 'agreed', 20), turns('closed', 'open', 100)]
    expect(clockOf('next_response', [...facts, asks(100)])).toMatchObject({ dueAt: after(130) })
  })

  test('is not begun when an agent opens the ticket again', () => {
    const facts = [...answered, closes('open', 'agreed', 20), turns('closed', 'open', 100)]
    expect(cyclesOf('next_response', [...facts, answers(100)])).toEqual([])
  })

  test('is not begun by what reaches a closed ticket', () => {
    const facts = [...answered, closes('open', 'agreed', 20), asks(30)]
    expect(cyclesOf('next_response', facts)).toEqual([])
  })
})
