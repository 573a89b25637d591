import { afterAll, beforeAll, expect } from 'vitest'

import { secondTurns } from '../support/second-turns.ts'
import { test } from './browser-test.ts'
import { startDemoPage, type DemoPage } from './demo-page.ts'
import type { PlayedPage } from './page-play.ts'

let demo: DemoPage
let played: PlayedPage

beforeAll(async () => {
  demo = await startDemoPage()
  played = await demo.open()
})

afterAll(async () => {
  await played.close()
  await demo.close()
})

test('a ticket is opened, answered, asked about, solved, rejected, accepted and rated on the page', async () => {
  const { client, staff } = played
  await client.open('Anna')
  await client.start()
  await client.press('Open a ticket')
  await client.press('Problem')
  await client.press('Telephony')
  await client.press('Everyone')
  await client.press('Yes')
  await client.sees('Describe it in your own words.')
  await client.write('Calls drop after ten seconds')
  await client.press('Done')
  await client.press('Skip')
  await client.press('Send')
  await client.sees(/Ticket #1 is open/)

  await staff.open(/#1 /)
  await staff.sees('Calls drop after ten seconds')
  await staff.write('We are looking into it')
  await client.sees('We are looking into it')
  await staff.write('// The new switch, I think')
  await staff.write('/ask Which **switch** is it?')
  await client.press('Answer')
  await client.write('The one in the cellar')
  await client.press('Done')
  await staff.sees('The one in the cellar')
  await secondTurns()
  await staff.write('/solve Restart it')
  await client.sees('Restart it')
  await client.press('Reject')
  await client.write('It still drops')
  await staff.sees('It still drops')
  await secondTurns()
  await staff.write('/solve Update it to 2.1')
  await client.sees('Update it to 2.1')
  await client.press('Accept')
  await client.press('5')
  await client.sees('How fast was support?')
  await client.press('4')
  await client.sees('How polite was support?')
  await client.press('Skip')
  await client.write('Thank you, Max')
  await client.sees('Thank you for rating.')
  expect(await client.log.innerText()).not.toContain('The new switch')
})

test('the tour leads through a ticket’s life, and does on request what it asks for', async () => {
  const { page, client } = played
  await page.getByRole('button', { name: 'Tour' }).click()
  const tour = page.getByRole('complementary', { name: 'Tour' })
  const titles = await tour.getByRole('heading', { level: 3 }).allInnerTexts()
  for (const title of titles) {
    await tour.locator('[aria-current=step]').filter({ hasText: title }).waitFor()
    await tour.getByRole('button', { name: 'Do it for me' }).click()
  }
  await tour.getByText('You have seen it all.').waitFor()
  expect(titles).toHaveLength(7)
  await client.sees('A reminder: support is waiting for you.')
  await client.sees('The ticket was closed because there was no answer.')
  await client.sees('The ticket is open again.')
})
