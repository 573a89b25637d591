import { chromium, type Browser } from 'playwright-core'

import { findBrowser } from './find-browser.ts'
import { unpackBrowser } from './unpack-browser.ts'

// The page needs none of what a browser asks of its maker.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/**
 * Starts a browser without a window: the one CHROMIUM_PATH names, the system's, or npm's.
 *
 * @throws when there is none; the message says what to install
 */
export async function openBrowser(): Promise<Browser> {
  const found = findBrowser()
  if (found.from === 'nowhere') throw new Error(found.message)
  const isPacked = found.from === 'npm'
  const { path, env } = isPacked ? await unpackBrowser() : { path: found.path, env: {} }
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    // Its own sandbox cannot be had as root, as in most containers, and the packed one has none.
    chromiumSandbox: !isPacked && process.getuid?.() !== 0,
    args: quiet,
  })
}
