import { openFolder } from '../../demo/open-folder.ts'
import { startDemo } from '../../demo/start-demo.ts'
import { openBrowser } from '../../scripts/open-browser.ts'
import { openPlayedPage, type PlayedPage } from './page-play.ts'

/** A demo as `npm run demo` starts it, and a browser. */
export interface DemoPage {
  url: string
  open(window?: Parameters<typeof openPlayedPage>[2]): Promise<PlayedPage>
  close(): Promise<void>
}

const options = { keepFolder: null, seed: false, port: null, verbose: false }

export async function startDemoPage(): Promise<DemoPage> {
  const folder = await openFolder(options.keepFolder)
  const [browser, started] = await Promise.all([
    openBrowser(),
    startDemo(options, {
      folder,
      progress: () => undefined,
      stopping: new AbortController().signal,
    }),
  ])
  if (!started.ok) throw new Error(started.message)
  const { demo } = started
  return {
    url: demo.url,
    open: (window) => openPlayedPage(browser, demo.url, window),
    async close() {
      await browser.close()
      await demo.stop()
      await folder.close()
    },
  }
}
