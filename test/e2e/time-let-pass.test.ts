import { afterEach, beforeEach, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { usualWatchLimits } from '../../src/services/watch/limits.ts'
import { openTicket } from '../support/opened-ticket.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'

const someHoursMs = 5 * 3_600_000
const clockStillMs = 2_000
const watching = { ...usualWatchLimits, everyMs: 100, clockStillMs }

let desk: TestDesk

beforeEach(async () => {
  desk = await startTestDesk({ watching })
})

afterEach(() => desk.close())

test(
  'time that is let pass for long is no clock that stands still',
  { timeout: 60_000 * patience },
  async () => {
    await openTicket(desk)
    // What cannot be sent makes each deadline wait for it.
    const description = 'Too Many Requests: retry after 60'
    const parameters = { retry_after: 60 }
    desk.sandbox.faults.add({
      kind: 'status',
      method: 'sendMessage',
      code: 429,
      description,
      parameters,
    })
    desk.sandbox.person().write('/help')
    await desk.sandbox.until(() => desk.sandbox.faults.waiting().length === 0)
    const began = performance.now()
    await desk.pass(someHoursMs)
    expect(performance.now() - began).toBeGreaterThan(clockStillMs)
    expect(desk.log.filter(({ fields }) => fields['part'] === 'timers')).toEqual([])
  },
)
