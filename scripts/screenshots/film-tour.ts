import type { Page } from 'playwright-core'

import { animate, type Frame } from './animate.ts'

const everyMs = 600
const shortestMs = 900
const longestMs = 2_500

/** Lets the tour play itself, and films it: one frame for each thing that changes. */
export async function filmTour(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'Tour' }).click()
  const tour = page.getByRole('complementary', { name: 'Tour' })
  const frames: Frame[] = []
  const look = async () => {
    const png = await page.screenshot()
    const last = frames.at(-1)
    if (last?.png.equals(png) === true) {
      last.shownMs = Math.min(longestMs, last.shownMs + everyMs)
    } else frames.push({ png, shownMs: shortestMs })
  }
  const doIt = tour.getByRole('button', { name: 'Do it for me' })
  while ((await doIt.count()) > 0) {
    await look()
    await doIt.click()
    const isPlaying = () => tour.getByRole('button', { name: 'Watch…' }).count()
    do {
      await page.waitForTimeout(everyMs)
      await look()
    } while ((await isPlaying()) > 0)
  }
  await look()
  const [first, ...others] = frames
  if (first === undefined) throw new Error('The tour showed nothing.')
  return animate([first, ...others])
}
