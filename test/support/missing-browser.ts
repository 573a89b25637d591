import { findBrowser } from '../../scripts/find-browser.ts'

/**
 * What is said of the tests in a browser when they are left out; null when they are to run. In CI
 * they always are: without a browser they fail there.
 */
export function missingBrowser(): string | null {
  const found = findBrowser()
  if (found.from !== 'nowhere' || process.env['CI'] === 'true') return null
  return `The tests in a browser are left out. ${found.message}`
}
