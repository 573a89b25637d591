import { existsSync } from 'node:fs'

import { chromium, type Browser } from 'playwright-core'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

// The page needs none of what a browser asks of its maker.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/**
 * Starts the browser of this system without a window.
 *
 * @throws when there is none; the message says what to install
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    // Its own sandbox cannot be had as root, as in most containers.
    chromiumSandbox: process.getuid?.() !== 0,
    args: quiet,
  })
}

function findBrowser(): string {
  const { CHROMIUM_PATH: given } = process.env
  const found = given ?? usual.find((path) => existsSync(path))
  if (found !== undefined && existsSync(found)) return found
  throw new Error(
    given === undefined
      ? 'There is no Chromium here: install it (on Debian: apt-get install chromium), or name a Chrome or Edge in CHROMIUM_PATH.'
      : `CHROMIUM_PATH names ${given}, where nothing is: correct it.`,
  )
}
