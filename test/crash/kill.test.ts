import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { cutsBySeed } from './cuts.ts'
import { surviveKills, type Survival } from './survive-kills.ts'
import { buildDesk } from '../support/build-desk.ts'

const kills = 50
const giveUpMs = 420_000 * patience

const ends: (() => Promise<void>)[] = []

beforeAll(buildDesk)

afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

function print({ kills: count, lives, arrived, unknown, repeated }: Survival, what: string): void {
  const twice = repeated.topics + repeated.toStaff + repeated.toClient
  process.stdout.write(
    `${what}: ${String(count)} kills, ${String(lives)} lives completed, ` +
      `${String(arrived.toStaff)} client texts and ${String(arrived.toClient)} replies arrived, ` +
      `0 lost; ${String(unknown)} rows in flight at a kill, ${String(twice)} seen twice ` +
      `(${String(repeated.topics)} empty topics)\n`,
  )
  expect(twice).toBeLessThanOrEqual(unknown)
}

// At once: most of a kill is waiting for the next start.
describe.concurrent('every life completes', () => {
  test(
    `although the desk is killed ${String(kills)} times`,
    { timeout: giveUpMs + 60_000 },
    async () => {
      print(await surviveKills({ kills, giveUpMs, ends, cuts: null }), 'Killed')
    },
  )

  test(
    `although the desk is killed ${String(kills)} times and its database is cut off then, too`,
    { timeout: giveUpMs + 60_000 },
    async () => {
      const seed = Number(process.env['KVYTOK_CUTS'] ?? Math.floor(Math.random() * 2 ** 31))
      const what = `Killed and cut off (KVYTOK_CUTS=${String(seed)})`
      print(await surviveKills({ kills, giveUpMs, ends, cuts: cutsBySeed(seed) }), what)
    },
  )
})
