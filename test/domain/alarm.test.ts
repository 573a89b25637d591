import { expect, test } from 'vitest'

import { judgeAlarms, type Alarm, type AlarmsTold } from '../../src/domain/alarm.ts'

const againMs = 600_000
const nowMs = 10_000_000

const judge = (told: AlarmsTold, ...on: Alarm[]) =>
  judgeAlarms(told, { on: new Set(on), nowMs, againMs })

test('what begins is told, what is told is not told again, and that it is over is', () => {
  expect(judge({}, 'disk', 'refused')).toEqual([
    { alarm: 'refused', isOver: false },
    { alarm: 'disk', isOver: false },
  ])
  expect(judge({ disk: { isOn: true, atMs: 1 } }, 'disk')).toEqual([])
  expect(judge({ disk: { isOn: true, atMs: nowMs } })).toEqual([{ alarm: 'disk', isOver: true }])
  expect(judge({ disk: { isOn: false, atMs: 1 } })).toEqual([])
})

test('what comes and goes is told again after ten minutes, also when the clock was set back', () => {
  const overAt = (atMs: number): AlarmsTold => ({ refused: { isOn: false, atMs } })
  const news = [{ alarm: 'refused', isOver: false }]
  expect(judge(overAt(nowMs - againMs + 1), 'refused')).toEqual([])
  expect(judge(overAt(nowMs - againMs), 'refused')).toEqual(news)
  expect(judge(overAt(nowMs + againMs - 1), 'refused')).toEqual([])
  expect(judge(overAt(nowMs + againMs), 'refused')).toEqual(news)
})
