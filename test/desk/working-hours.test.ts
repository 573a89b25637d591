import { describe, expect, it } from 'vitest'
import { parseWorkingHours } from '../../src/desk/working-hours.ts'

function problemsOf(given: Record<string, string[]>) {
  const verdict = parseWorkingHours(given)
  return verdict.ok ? [] : verdict.problems.map(({ path, message }) => [path.join('/'), message])
}

describe('working hours', () => {
  it('are minutes of the day for each day from Monday', () => {
    const given = { 'mon-thu': ['14:00-18:00', '09:00-13:00'], fri: ['00:00-24:00'], sun: [] }
    const office = [
      [540, 780],
      [840, 1080],
    ]
    expect(parseWorkingHours({ ...given, holidays: ['2026-12-25'] })).toEqual({
      ok: true,
      hours: {
        weekly: [office, office, office, office, [[0, 1440]], [], []],
        holidays: ['2026-12-25'],
      },
    })
  })

  it('may go round the week', () => {
    expect(parseWorkingHours({ 'sat-mon': ['10:00-11:00'] })).toMatchObject({
      hours: { weekly: [[[600, 660]], [], [], [], [], [[600, 660]], [[600, 660]]] },
    })
  })

  it('may touch, but not overlap', () => {
    expect(problemsOf({ mon: ['09:00-13:00', '13:00-18:00'] })).toEqual([])
    expect(problemsOf({ mon: ['09:00-13:00', '12:59-18:00'] })).toEqual([
      ['mon', 'the intervals overlap'],
    ])
  })

  it.each([
    '9:00-18:00',
    '09:00',
    '18:00-09:00',
    '09:00-09:00',
    '09:60-10:00',
    '09:00-24:01',
    '',
    '25:00-26:00',
  ])('refuse the interval %j', (text) => {
    expect(problemsOf({ mon: [text] })[0]?.[0]).toBe('mon/0')
  })

  it.each(['2026-02-30', '25.12.2026', '2026-12-25T00:00', ''])('refuse the holiday %j', (date) => {
    expect(problemsOf({ mon: ['09:00-18:00'], holidays: [date] })).toEqual([
      ['holidays/0', `must be a date such as 2026-12-25, not "${date}"`],
    ])
  })

  it('refuse unknown and doubled days, and a week without work', () => {
    expect(problemsOf({ 'mon-fry': ['09:00-18:00'] })[0]).toEqual([
      'mon-fry',
      'unknown key; there are mon, tue, ... sun, ranges such as mon-fri, holidays',
    ])
    expect(problemsOf({ 'mon-fri': ['09:00-18:00'], wed: ['09:00-12:00'] })).toEqual([
      ['wed', 'wed is given twice'],
    ])
    expect(problemsOf({ mon: [] })[0]?.[1]).toMatch(/must have a working day/)
  })
})
