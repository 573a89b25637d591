import { afterAll, beforeAll, expect } from 'vitest'

import { drawScreenshot } from '../../demo/seed/draw-screenshot.ts'
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
})

afterAll(async () => {
  await played.close()
  await demo.close()
})

const picture = (seed: number) => ({
  name: `screen-${String(seed)}.png`,
  mime: 'image/png',
  base64: drawScreenshot(seed).toString('base64'),
})

test('an album that is dropped on the client’s chat arrives as one in the topic', async () => {
  const { page, client, staff } = played
  await client.drop([picture(1), picture(2)])
  const dialog = page.getByRole('dialog', { name: 'Send 2 files' })
  await dialog.getByRole('textbox', { name: 'Caption' }).fill('Look at both')
  await dialog.getByRole('button', { name: 'Send 2 files' }).click()
  await staff.sees('Look at both')
  const album = staff.bubble('Look at both').locator('img')
  await album.nth(1).waitFor()
  const widths = await album.evaluateAll((images) =>
    Promise.all(
      images.map(async (image) => {
        await (image as HTMLImageElement).decode()
        return (image as HTMLImageElement).naturalWidth
      }),
    ),
  )
  expect(widths).toHaveLength(2)
  expect(Math.min(...widths)).toBeGreaterThan(10)
})

test('a reaction is given and taken back', async () => {
  const { page, client, staff } = played
  await staff.write('Is this better?')
  await client.sees('Is this better?')
  await client.bubble('Is this better?').hover()
  await client.bubble('Is this better?').getByRole('button', { name: 'React' }).click()
  await page.getByRole('menuitem', { name: 'React with 👎' }).click()
  await staff.sees('The client disliked this.')
  const own = client.bubble('Is this better?').getByRole('button', { name: '👎 1' })
  await own.click()
  await own.waitFor({ state: 'detached' })
})

test('what an agent edits changes at the client’s, and he quotes a part of it', async () => {
  const { client, staff } = played
  await staff.write('The fix comes on Monay')
  await client.sees('The fix comes on Monay')
  await staff.pick('The fix comes on Monay', 'Edit')
  await staff.write('The fix comes on Monday')
  await client.sees('The fix comes on Monday')
  expect(await client.log.getByText('Monay').count()).toBe(0)
  await client.pick('The fix comes on Monday', 'Reply')
  await client.write('Which Monday?')
  await staff.sees('Which Monday?')
  await staff.bubble('Which Monday?').getByText('The fix comes on Monday').waitFor()
})

test('two pages stay in step', async () => {
  const other = await demo.open()
  const { client, staff } = played
  await other.client.open('Anna')
  await other.client.sees('Which Monday?')
  await other.client.write('Written on the other page')
  await client.sees('Written on the other page')
  await staff.sees('Written on the other page')
  await staff.write('Read on both')
  await Promise.all([client.sees('Read on both'), other.client.sees('Read on both')])
  await other.close()
})

test('somebody new writes in his language, blocks the bot and comes back', async () => {
  const { page, client, staff } = played
  await client.region.getByRole('button', { name: /^Back/ }).click()
  await client.region.getByRole('button', { name: 'New person' }).click()
  const dialog = page.getByRole('dialog', { name: 'New person' })
  await dialog.getByRole('button', { name: 'Create' }).click()
  await dialog.getByText('A person needs a name.').waitFor()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Emre')
  await dialog.getByRole('combobox', { name: 'Language' }).selectOption('tr')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await client.start()
  await client.sees(/Merhaba/)
  await client.region.getByRole('button', { name: 'Chat menu' }).click()
  await page.getByRole('menuitem', { name: 'Block the bot' }).click()
  await client.region.getByRole('button', { name: 'Unblock the bot' }).click()
  await client.field.waitFor()

  await staff.region.getByRole('button', { name: /^Back/ }).click()
  await staff.region.getByRole('button', { name: 'Group menu' }).click()
  await page.getByRole('menuitem', { name: 'Add an agent' }).click()
  const adding = page.getByRole('dialog', { name: 'Add an agent' })
  await adding.getByRole('combobox', { name: 'Person' }).selectOption('Emre')
  await adding.getByRole('button', { name: 'Add' }).click()
  await staff.region
    .getByRole('combobox', { name: 'You are' })
    .getByText('Emre')
    .waitFor({ state: 'attached' })
})
