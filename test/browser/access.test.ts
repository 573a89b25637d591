import { createRequire } from 'node:module'

import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, expect } from 'vitest'

import { test } from './browser-test.ts'
import { startDemoPage, type DemoPage } from './demo-page.ts'
import type { PlayedPage } from './page-play.ts'
import { openTicketOn } from './page-ticket.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let demo: DemoPage

beforeAll(async () => {
  demo = await startDemoPage()
  const played = await demo.open()
  await openTicketOn(played)
  await played.staff.write('We are looking into it')
  await played.client.sees('We are looking into it')
  await played.close()
})

afterAll(() => demo.close())

/** What would keep somebody from using the page, as axe names it. */
async function seriousFindings({ page }: PlayedPage): Promise<string[]> {
  await page.addScriptTag({ path: axePath })
  const found = await page.evaluate('axe.run()')
  const { violations } = found as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

test.each(['light', 'dark'] as const)('axe finds nothing serious by %s', async (colorScheme) => {
  const played = await demo.open({ colorScheme, bypassCSP: true })
  const { page, client, staff } = played
  expect(await seriousFindings(played)).toEqual([])
  await client.open('Anna')
  await staff.open('Call me back')
  await staff.sees('We are looking into it')
  await page.getByRole('button', { name: 'Tour' }).click()
  await page.getByRole('button', { name: 'Inspect' }).click()
  for (const tab of ['Traffic', 'Faults', 'Clock']) {
    await page.getByRole('tab', { name: tab }).click()
    expect(await seriousFindings(played)).toEqual([])
  }
  await page.keyboard.press('Escape')
  await client.bubble('We are looking into it').click({ button: 'right' })
  expect(await seriousFindings(played)).toEqual([])
  await played.close()
})

test('on a phone one side is shown at a time, and nothing sticks out', async () => {
  const played = await demo.open({ viewport: { width: 360, height: 640 }, hasTouch: true })
  const { page, client, staff } = played
  await client.open('Anna')
  expect(await staff.region.isVisible()).toBe(false)
  await client.write('Written on a phone')
  await page.getByRole('button', { name: 'Staff', exact: true }).click()
  expect(await client.region.isVisible()).toBe(false)
  await staff.open('Call me back')
  await staff.sees('Written on a phone')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(360)
  await played.close()
})

test('the keyboard alone is enough to ask and to answer', async () => {
  const played = await demo.open()
  const { page, client, staff } = played
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: active } = document
      if (active === null || active === document.body) return ''
      return active.getAttribute('aria-label') ?? active.textContent
    })
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (name.test(await focused())) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not lead to ${String(name)}.`)
  }
  await tabTo(/Olena/)
  await page.keyboard.press('Enter')
  await tabTo(/^Start$/)
  await page.keyboard.press('Enter')
  await client.sees('Olena')
  await tabTo(/^Відкрити|^Створити/)
  await page.keyboard.press('Enter')
  await client.sees(/▰/)
  await tabTo(/Call me back/)
  await page.keyboard.press('Enter')
  await tabTo(/^Message$/)
  await page.keyboard.type('Typed without a mouse')
  await page.keyboard.press('Enter')
  await staff.sees('Typed without a mouse')
  await played.close()
})
