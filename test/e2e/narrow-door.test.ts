import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { busyDesk, nothingWaits } from '../support/busy-desk.ts'
import { startTestDesk } from '../support/desk.ts'
import { busiestMinute, countKinds, groupCalls } from '../support/group-calls.ts'
import { openTicket } from '../support/opened-ticket.ts'
import { secondTurns } from '../support/second-turns.ts'

/** Figures that the decision on the narrow door quotes. */
const print = (line: string) => process.stdout.write(`${line}\n`)

describe.concurrent('the narrow door', { timeout: 170_000 * patience }, () => {
  test('the whole life of a ticket takes few messages of the group', async () => {
    const desk = await startTestDesk({ change: { timers: builtInDesk.timers } })
    const ticket = await openTicket(desk)
    const { client } = ticket
    const write = async (text: string) => {
      client.write(text)
      await ticket.staffReads(text)
    }
    const say = async (text: string) => {
      await secondTurns()
      ticket.say(text)
      await ticket.clientReads(text.replace(/^\/\w+ /, ''))
    }
    await write('It began on Monday')
    await write('It is the monthly one')
    await say('Which browser is it?')
    await write('Firefox, the newest')
    await say('I can see it here too')
    await say('/ask Which account is it?')
    await client.press('Answer')
    client.write('Account 77')
    await client.press('Done')
    await ticket.staffReads('Account 77')
    await say('/solve Log in once more')
    await client.press('Accept')
    for (const mark of ['5', '5', '4']) await client.press(mark)
    await client.press('Skip')
    await desk.sandbox.until(() => ticket.topic().closed, 30_000)
    await nothingWaits(desk)

    const calls = groupCalls(desk)
    const { sends, copies, edits, others } = countKinds(calls)
    print(
      `A ticket's life: ${String(sends)} sends, ${String(copies)} copies, ${String(edits)} edits, ` +
        `${String(others)} others, ${String(busiestMinute(calls))} messages in the busiest minute`,
    )
    // The card and what the client decided; what he wrote; the card as it changed.
    expect(sends).toBeLessThanOrEqual(3)
    expect(copies).toBe(5)
    expect(edits).toBeLessThanOrEqual(6)
    expect(sends + copies + edits).toBeLessThanOrEqual(13)
    await desk.close()
  })

  test('ten agents, sixty tickets and fifteen messages a minute pass within the limits', async () => {
    const { desk, tickets } = await busyDesk({ agents: 10, tickets: 60 })
    const { sandbox, forum } = desk
    const from = sandbox.calls.length
    const waits: Promise<number>[] = []
    for (let index = 0; index < 24; index += 1) {
      const ticket = tickets[(index * 7) % tickets.length]!
      const text = `Still failing, said the ${String(index)}th time`
      const startedAt = Date.now()
      ticket.client.write(text)
      waits.push(
        sandbox
          .until(() => ticket.topic().texts.includes(text), 60_000)
          .then(() => Date.now() - startedAt),
      )
      // Not like a clock: sometimes two at once, sometimes nothing for a while.
      await sleep(2_000 + ((index * 5) % 3) * 2_000)
      if (index % 3 !== 0) continue
      const { holder } = tickets[(index * 11) % tickets.length]!
      const topic = tickets[(index * 11) % tickets.length]!.topic()
      holder.in(forum).write('Nearly there', { topic })
    }
    const waitsMs = (await Promise.all(waits)).sort((one, other) => one - other)
    const calls = groupCalls(desk, from)
    const { sends, copies, edits, others } = countKinds(calls)
    print(
      `24 messages in 96 s: in the topic after ${String(waitsMs[12])} ms (median), ` +
        `${String(waitsMs.at(-1))} ms (longest); busiest minute ${String(busiestMinute(calls))}; ` +
        `${String(sends)} sends, ${String(copies)} copies, ${String(edits)} edits, ${String(others)} others`,
    )
    expect(calls.filter(({ refused }) => refused)).toEqual([])
    expect(busiestMinute(calls)).toBeLessThanOrEqual(20)
    expect(copies).toBe(24)
    expect(waitsMs.at(-1)).toBeLessThanOrEqual(10_000)
    expect(edits).toBeGreaterThan(0)
    await desk.close()
  })

  test('in a burst the words of clients go before cards', async () => {
    const { desk, tickets } = await busyDesk({ agents: 4, tickets: 20 })
    const { sandbox } = desk
    const from = sandbox.calls.length
    for (const { client } of tickets) {
      client.write('It is worse now')
      client.write('Nothing works at all')
    }
    const arrived = () =>
      tickets.flatMap((ticket) => ticket.topic().texts).filter((text) => /worse|at all/.test(text))
    await sandbox.until(() => arrived().length >= 30, 75_000)
    const calls = groupCalls(desk, from).filter(({ kind }) => kind !== 'others')
    const lastWords = calls.findLastIndex(({ kind }) => kind === 'copies')
    const cards = calls.slice(0, lastWords).filter(({ kind }) => kind === 'edits').length
    print(
      `A burst of 40: ${String(cards)} cards before the first ${String(arrived().length)} words`,
    )
    expect(cards).toBeLessThanOrEqual(4)
    expect(calls.filter(({ refused }) => refused)).toEqual([])
    for (const ticket of tickets) {
      const words = ticket.topic().texts.filter((text) => /worse|at all/.test(text))
      expect(words).toEqual(['It is worse now', 'Nothing works at all'].slice(0, words.length))
    }
    await desk.close()
  })
})
