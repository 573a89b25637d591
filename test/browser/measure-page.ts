import { printTable } from '../../bench/print-table.ts'
import { buildPageIfStale } from '../../sandbox/build-page.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { openBrowser } from '../../scripts/open-browser.ts'
import { fill, lookThrough } from './look-through.ts'

// `npm run bench:page`: how long the sandbox's page stands still over 200 topics and 5,000 messages.

const runs = 3

await buildPageIfStale()
const sandbox = await startSandbox()
const browser = await openBrowser()
try {
  await fill(sandbox)
  const rows: string[][] = []
  for (let run = 1; run <= runs; run += 1) {
    const { stallMs } = await lookThrough(browser, sandbox)
    rows.push([String(run), `${stallMs.toFixed(0)} ms`])
  }
  const title = '200 topics and 5,000 messages, from one end to the other'
  printTable(title, ['run', 'the longest stall'], rows)
} finally {
  await browser.close()
  await sandbox.close()
}
