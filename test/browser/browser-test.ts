import { test as always } from 'vitest'

import { missingBrowser } from '../support/missing-browser.ts'

/** A test that needs a browser: left out where there is none, which global-setup.ts tells. */
export const test = always.skipIf(missingBrowser() !== null)
