import { expect, it } from 'vitest'
import { parseDuration } from '../../src/desk/duration.ts'

it.each([
  ['30s', 30_000],
  ['1s', 1_000],
  ['15m', 900_000],
  ['8h', 28_800_000],
  ['4d', 345_600_000],
  ['24 h', 86_400_000],
  ['0', 0],
  ['0s', 0],
])('%s is %d ms', (text, durationMs) => {
  expect(parseDuration(text)).toBe(durationMs)
})

it.each(['', '30', '1.5h', '-1h', 's', '1w', '1h30m', '99999d', '9999999999s', ' 1s', '1S'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeNull()
  },
)
