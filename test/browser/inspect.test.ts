import { afterAll, beforeAll, expect } from 'vitest'

import { test } from './browser-test.ts'
import { startDemoPage, type DemoPage } from './demo-page.ts'
import type { PlayedPage } from './page-play.ts'
import { openTicketOn } from './page-ticket.ts'

let demo: DemoPage
let played: PlayedPage

beforeAll(async () => {
  demo = await startDemoPage()
  played = await demo.open()
  await openTicketOn(played)
  await played.page.getByRole('button', { name: 'Inspect' }).click()
})

afterAll(async () => {
  await played.close()
  await demo.close()
})

const drawer = () => played.page.getByRole('complementary', { name: 'Inspect' })
const openTab = (name: string) => drawer().getByRole('tab', { name }).click()

test('updates and calls of a chat are shown as they went over the wire', async () => {
  const { staff } = played
  await staff.write('Seen in the traffic')
  const entry = drawer()
    .locator('details')
    .filter({ hasText: 'Update: message' })
    .filter({ hasText: 'Seen in the traffic' })
    .first()
  await entry.locator('summary').click()
  await entry
    .getByText(/Seen in the traffic/)
    .first()
    .waitFor()
})

test('a call that fails is made again, and nothing is lost or said twice', async () => {
  const { client, staff } = played
  await openTab('Faults')
  await drawer().getByRole('combobox', { name: 'What happens' }).selectOption('500')
  await drawer().getByRole('combobox', { name: 'Method' }).fill('sendMessage')
  await drawer().getByRole('spinbutton', { name: 'How many calls' }).fill('2')
  await drawer().getByRole('button', { name: 'Let them fail' }).click()
  await drawer().getByText('sendMessage, 2 left').waitFor()
  await staff.write('Sent in spite of it')
  await client.sees('Sent in spite of it')
  await drawer()
    .getByText(/calls succeed/)
    .waitFor()
  expect(await client.log.getByText('Sent in spite of it').count()).toBe(1)
})

test('four days on the client is reminded, and the ticket closes by itself', async () => {
  const { client, staff } = played
  await staff.write('/ask Which number?')
  await client.sees('Which number?')
  await openTab('Clock')
  await drawer().getByRole('button', { name: 'To the next deadline' }).click()
  await client.sees('A reminder: support is waiting for you.')
  expect(await client.log.getByText('The ticket was closed').count()).toBe(0)
  await drawer().getByRole('button', { name: '4 days' }).click()
  await client.sees('The ticket was closed because there was no answer.')
  await staff.sees('Closed automatically: the client did not answer.')
  await played.page.getByText(/\d days ahead/).waitFor()
})
