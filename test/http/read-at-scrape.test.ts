import { Registry } from 'prom-client'
import { expect, test } from 'vitest'

import { gauge, gauges } from '../../src/http/read-at-scrape.ts'

const shown = async (registry: Registry) =>
  (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))

test('one figure that cannot be read hides no other, and is not shown as it was', async () => {
  const registry = new Registry()
  let isBroken = false
  const broken = () => {
    if (isBroken) throw new Error('no')
    return 1
  }
  gauge(registry, 'one', 'One', () => broken())
  gauges(registry, {
    name: 'some',
    help: 'Some',
    label: 'of',
    read: () => Promise.resolve([['it', broken()]]),
  })
  gauge(registry, 'other', 'Other', () => 7)
  expect(await shown(registry)).toEqual(['one 1', 'some{of="it"} 1', 'other 7'])
  isBroken = true
  expect(await shown(registry)).toEqual(['other 7'])
})
