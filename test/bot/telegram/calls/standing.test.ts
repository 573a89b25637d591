import { expect, test } from 'vitest'

import type { Call } from '../../../../src/bot/telegram/calls/call.ts'
import type { Answer } from '../../../../src/bot/telegram/calls/failure.ts'
import { watchStanding } from '../../../../src/bot/telegram/calls/standing.ts'

const refused = (code: number): Answer => ({
  ok: false,
  failure: { kind: 'refused', code, description: 'Unauthorized', parameters: {} },
})
const ok: Answer = { ok: true, result: true }
const silence: Answer = { ok: false, failure: { kind: 'ambiguous', cause: new Error('reset') } }

/** Answers given one a call, `secondsApart`. */
async function watch(answers: Answer[], secondsApart = 6) {
  const left = [...answers]
  let now = 0
  const events: string[] = []
  const { call, problem } = watchStanding(
    (() => Promise.resolve(left.shift())) as unknown as Call,
    {
      log: {
        info: (_, message) => events.push(message),
        error: (_, message) => events.push(message),
      },
      recovered: () => events.push('recovered'),
      monotonicMs: () => now,
    },
  )
  while (left.length > 0) {
    await call('getMe')
    now += secondsApart * 1_000
  }
  return { events, problem: problem() }
}

const sentence =
  'Telegram refuses the bot itself (401: Unauthorized): check BOT_TOKEN and TELEGRAM_API_ROOT; ' +
  'what is to be sent waits'

test('a bot that is refused steadily is said once, and that it is known again', async () => {
  const { events, problem } = await watch(Array.from({ length: 5 }, () => refused(401)))
  expect(events).toEqual([sentence])
  expect(problem).toBe(sentence)
  const again = await watch([refused(401), silence, refused(401), refused(401), ok, refused(401)])
  expect(again.events).toEqual([sentence, 'Telegram knows the bot again', 'recovered'])
  expect(again.problem).toBe(null)
})

test.each([
  ['one refusal', [refused(401)], 60],
  ['two far apart', [refused(401), refused(401)], 60],
  ['some in a moment', [refused(401), refused(404), refused(401), refused(401)], 1],
  ['some with others among them', [refused(401), ok, refused(401), refused(400), refused(401)], 60],
])('%s may be a proxy’s hiccup', async (_what, answers, secondsApart) => {
  expect(await watch(answers, secondsApart)).toEqual({ events: [], problem: null })
})
