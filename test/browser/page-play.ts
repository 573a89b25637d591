import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

import { patience } from '../../sandbox/patience.ts'

/** A page of the sandbox as somebody uses it who plays both sides. */
export interface PlayedPage {
  page: Page
  client: PlayedPane
  staff: PlayedPane
  /** Throws what the page complained of, and closes it. */
  close(): Promise<void>
}

/** One of the two panes. */
export interface PlayedPane {
  region: Locator
  /** What was written in the open chat. */
  log: Locator
  field: Locator
  /** Opens a person's chat or a topic by a part of its name. */
  open(name: string | RegExp): Promise<void>
  /** Begins to talk to the bot. */
  start(): Promise<void>
  write(text: string): Promise<void>
  /** Presses the newest button with these words below a message. */
  press(label: string | RegExp): Promise<void>
  /** Waits until the open chat shows a text. */
  sees(text: string | RegExp): Promise<void>
  /** The newest message that has a text. */
  bubble(text: string | RegExp): Locator
  /** Picks from the menu of a message. */
  pick(text: string | RegExp, item: string): Promise<void>
  /** Lets files fall on the open chat, as from another window. */
  drop(files: readonly DroppedFile[]): Promise<void>
}

export interface DroppedFile {
  name: string
  mime: string
  base64: string
}

const limitMs = 20_000 * patience

/** Opens the page of a sandbox in a window of its own. */
export async function openPlayedPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<PlayedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(limitMs)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (line) => {
    // What is refused is told to the person; the browser tells of it, too.
    const isRefusal = line.location().url.includes('/play/')
    if (line.type() === 'error' && !isRefusal) complaints.push(line.text())
  })
  await page.goto(url)
  return {
    page,
    client: paneOf(page, 'Client'),
    staff: paneOf(page, 'Staff'),
    async close() {
      await context.close()
      if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('\n')}`)
    },
  }
}

function paneOf(page: Page, name: 'Client' | 'Staff'): PlayedPane {
  const region = page.getByRole('region', { name, exact: true })
  const log = region.getByRole('log')
  const field = region.getByRole('textbox', { name: 'Message', exact: true })
  const bubble = (text: string | RegExp) =>
    log.getByRole('article').filter({ hasText: text }).last()
  return {
    region,
    log,
    field,
    async open(entry) {
      await region.getByRole('list').getByRole('button', { name: entry }).first().click()
      await log.waitFor()
    },
    start: () => region.getByRole('button', { name: 'Start' }).click(),
    async write(text) {
      await field.fill(text)
      await field.press('Enter')
    },
    press: (label) => log.getByRole('button', { name: label }).last().click(),
    sees: (text) => log.getByText(text).last().waitFor(),
    bubble,
    async pick(text, item) {
      await bubble(text).click({ button: 'right' })
      await page.getByRole('menuitem', { name: item, exact: true }).click()
    },
    async drop(files) {
      const dataTransfer = await page.evaluateHandle(transferOf, files)
      for (const type of ['dragenter', 'dragover', 'drop']) {
        await log.dispatchEvent(type, { dataTransfer })
      }
    },
  }
}

/** Runs in the page. */
async function transferOf(files: readonly DroppedFile[]): Promise<DataTransfer> {
  const transfer = new DataTransfer()
  for (const { name, mime, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    transfer.items.add(new File([bytes], name, { type: mime }))
  }
  return transfer
}
