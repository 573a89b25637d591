import { describe, expect, test } from 'vitest'

import type { SandboxPerson } from '../../sandbox/index.ts'
import { patience } from '../../sandbox/patience.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { startTestDesk } from '../support/desk.ts'
import { groupCalls } from '../support/group-calls.ts'
import { openTicket } from '../support/opened-ticket.ts'

const slower = 'You write faster than we can pass it on'
const pacing = { chatPerSecond: 1e4, chatBurst: 1e4, groupPerMinute: 1e5, bulkPerSecond: 1e4 }
const withLimit = (messagesPerMinute: number) => ({
  limits: { ...builtInDesk.limits, pacing, messagesPerMinute },
})
const tellings = (client: SandboxPerson) =>
  client.texts.filter((text) => text.startsWith(slower)).length
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `part ${index + 1}`)
const parts = (texts: string[]) => texts.filter((text) => text.startsWith('part '))

/** A message that was written at its own time and comes in now, as after an outage. */
function writtenAt(client: SandboxPerson, text: string, dateMs: number): void {
  const message = client.write(text)
  // It is the message that waits to be fetched.
  message.date = Math.floor(dateMs / 1_000)
}

describe('much at once', { timeout: 100_000 * patience }, () => {
  test('thirty messages forwarded at once all arrive, in order; he is told once that it goes slower', async () => {
    const desk = await startTestDesk({ change: withLimit(120) })
    const { client, topic } = await openTicket(desk)
    const other = await openTicket(desk, { subject: 'Another matter' })
    const author = desk.sandbox.person({ name: 'Petro' }).user
    const texts = numbered(132)
    const startedAt = performance.now()
    for (const text of texts) client.write(text, { forwardedFrom: author })
    await desk.sandbox.until(() => parts(topic().texts).length > 110, 30_000)
    other.client.write('Me too')
    await other.staffReads('Me too')
    const othersWaitMs = performance.now() - startedAt
    await desk.sandbox.until(() => parts(topic().texts).length === texts.length, 30_000)
    expect(parts(topic().texts)).toEqual(texts)
    expect(tellings(client)).toBe(1)
    // 120 at once, and then two a second.
    expect(performance.now() - startedAt).toBeGreaterThan(4_000)
    expect(othersWaitMs).toBeLessThan(performance.now() - startedAt - 2_000)
    await desk.close()
  })

  test('a desk that is started again in the middle loses nothing of it and tells nothing twice', async () => {
    const desk = await startTestDesk({ change: withLimit(60) })
    const { client, topic } = await openTicket(desk)
    const texts = numbered(66)
    for (const text of texts) client.write(text)
    await desk.sandbox.until(() => tellings(client) === 1, 30_000)
    await desk.restart()
    await desk.sandbox.until(() => parts(topic().texts).length === texts.length, 30_000)
    expect(parts(topic().texts)).toEqual(texts)
    expect(tellings(client)).toBe(1)
    await desk.close()
  })

  test('what was written over two hours while the desk was away is no flood', async () => {
    const desk = await startTestDesk()
    const { client, topic } = await openTicket(desk)
    const texts = numbered(30)
    const begunAt = Date.now() - 2 * 3_600_000
    const startedAt = performance.now()
    for (const [index, text] of texts.entries()) {
      writtenAt(client, text, begunAt + index * 240_000)
    }
    await desk.sandbox.until(() => parts(topic().texts).length === texts.length, 30_000)
    expect(parts(topic().texts)).toEqual(texts)
    expect(tellings(client)).toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(15_000)
    await desk.close()
  })

  test('thirty messages without a ticket are one draft with all of them', async () => {
    const desk = await startTestDesk({ change: withLimit(25) })
    const client = desk.sandbox.person({ name: 'Olena' })
    const texts = numbered(28)
    for (const text of texts) client.write(text)
    await client.press('Idea', { timeoutMs: 30_000 })
    await desk.sandbox.until(
      () => client.texts.some((text) => text.includes('Received: 28 messages')),
      30_000,
    )
    expect(tellings(client)).toBe(1)
    await desk.close()
  })

  test('many presses are all answered, one after another when they are too many', async () => {
    const desk = await startTestDesk({ change: withLimit(10) })
    const { client } = await openTicket(desk)
    client.write('/settings')
    const menu = await desk.sandbox.until(() =>
      client.messages.findLast((message) => message.reply_markup !== undefined),
    )
    const data = menu.reply_markup?.inline_keyboard?.flat()[0]?.callback_data ?? ''
    const presses = Array.from({ length: 34 }, () => client.forge(menu, data))
    await desk.sandbox.until(() => presses.every(({ answer }) => answer !== null), 40_000)
    const times = desk.sandbox.calls.flatMap(({ at, method }) =>
      method === 'answerCallbackQuery' ? [at] : [],
    )
    const gapsMs = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    // Thirty at once, and then one in two seconds.
    expect(gapsMs.filter((gapMs) => gapMs > 1_500).length).toBeGreaterThanOrEqual(4)
    await desk.close()
  })

  test('sixty edits of one message do not hold up another client, and their last text is seen', async () => {
    const desk = await startTestDesk()
    const one = await openTicket(desk)
    const other = await openTicket(desk, { subject: 'Another matter' })
    const narrow = { ...pacing, groupPerMinute: 30 }
    await desk.restart({
      limits: { ...builtInDesk.limits, pacing: narrow, messagesPerMinute: 200 },
    })
    const message = one.client.write('version 0')
    const shownVersion = () =>
      Math.max(...one.topic().texts.map((text) => Number(/version (\d+)$/.exec(text)?.[1] ?? -1)))
    await desk.sandbox.until(() => shownVersion() === 0, 30_000)
    const from = desk.sandbox.calls.length
    for (let index = 1; index <= 60; index += 1) one.client.edit(message, `version ${index}`)
    // Those that wait become one, so not each of them is seen.
    await desk.sandbox.until(() => shownVersion() >= 8, 30_000)
    const startedAt = performance.now()
    other.client.write('Me too')
    await desk.sandbox.until(() => other.topic().texts.includes('Me too'), 70_000)
    // Not after the minute that the edits would fill.
    expect(performance.now() - startedAt).toBeLessThan(15_000)
    await desk.sandbox.until(() => shownVersion() === 60, 70_000)
    const calls = groupCalls(desk, from).filter(({ kind }) => kind !== 'others')
    expect(calls.length).toBeLessThan(40)
    await desk.close()
  })
})
