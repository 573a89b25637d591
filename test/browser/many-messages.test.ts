import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, vi } from 'vitest'

import { buildPageIfStale } from '../../sandbox/build-page.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import { pageLength } from '../../sandbox/page/src/chat/shown-part.ts'
import { openBrowser } from '../../scripts/open-browser.ts'
import { test } from './browser-test.ts'
import { fill, lookThrough } from './look-through.ts'

vi.setConfig({ testTimeout: 120_000 * patience })

let sandbox: Sandbox
let browser: Browser

beforeAll(async () => {
  await buildPageIfStale()
  sandbox = await startSandbox()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await sandbox.close()
})

// How long that takes is printed by `npm run bench:page`: it is the machine's business, too.
test('of 200 topics and 5,000 messages a page at a time is shown, down to the first', async () => {
  await fill(sandbox)
  const { atOpening, mostAtOnce } = await lookThrough(browser, sandbox)
  expect(atOpening).toBeGreaterThanOrEqual(pageLength)
  expect(atOpening).toBeLessThan(1.5 * pageLength)
  expect(mostAtOnce).toBe(pageLength)
})
