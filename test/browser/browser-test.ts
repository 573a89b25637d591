import { test as always, vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { missingBrowser } from '../support/missing-browser.ts'

// A whole life on a page is some forty steps, each of which a browser draws.
vi.setConfig({ testTimeout: 60_000 * patience })

/** A test that needs a browser: left out where there is none, which global-setup.ts tells. */
export const test = always.skipIf(missingBrowser() !== null)
