import { mkdirSync, writeFileSync } from 'node:fs'

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

import { openFolder } from '../demo/open-folder.ts'
import { startDemo } from '../demo/start-demo.ts'
import { openBrowser } from './open-browser.ts'
import { filmTour } from './screenshots/film-tour.ts'

// Makes the pictures of the README: stills of the seeded demo, and a recording of the tour.

const folder = 'docs/images'

mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
await withDemo({ seed: true }, async (url) => {
  await withPage(browser, url, { colorScheme: 'light' }, async (page) => {
    await open(page, 'Client', 'Grace')
    await open(page, 'Staff', 'Calls drop after exactly 32 seconds')
    save('page-light.png', await still(page))
  })
  await withPage(browser, url, { colorScheme: 'dark' }, async (page) => {
    await open(page, 'Client', 'Olena')
    save('page-dark.png', await still(page))
  })
})
await withDemo({ seed: false }, (url) =>
  withPage(browser, url, { viewport: { width: 880, height: 540 } }, async (page) =>
    save('tour.png', await filmTour(page)),
  ),
)
await browser.close()

async function open(page: Page, side: 'Client' | 'Staff', name: string): Promise<void> {
  const list = page.getByRole('region', { name: side, exact: true }).getByRole('list')
  await list.getByRole('button', { name }).first().click()
}

/** What it looks like when all has come to rest and the pointer is elsewhere. */
async function still(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0)
  await page.waitForTimeout(800)
  return page.screenshot()
}

function save(name: string, bytes: Buffer): void {
  writeFileSync(`${folder}/${name}`, bytes)
  console.log(`${folder}/${name}: ${String(Math.ceil(bytes.length / 1_000))} kB`)
}

async function withDemo(
  { seed }: { seed: boolean },
  use: (url: string) => Promise<void>,
): Promise<void> {
  const data = await openFolder(null)
  const started = await startDemo(
    { keepFolder: null, seed, port: null, verbose: false },
    { folder: data, progress: () => undefined, stopping: new AbortController().signal },
  )
  if (!started.ok) throw new Error(started.message)
  try {
    await use(started.demo.url)
  } finally {
    await started.demo.stop()
    await data.close()
  }
}

async function withPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const viewport = { width: 1_280, height: 800 }
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(url)
  await use(page)
  await context.close()
}
