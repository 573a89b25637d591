import { setTimeout as sleep } from 'node:timers/promises'

import { expect, test, vi } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { startTestDesk } from '../support/desk.ts'
import { openTicket } from '../support/opened-ticket.ts'
import { keepOutboxWords } from '../support/outbox-words.ts'
import { rowsOf, useDataDir } from '../support/run-embedded.ts'

vi.setConfig({ testTimeout: 90_000 * patience })

const dataDir = useDataDir()

test('PostgreSQL crashes and recovers while a reply is on its way: it is out once', async () => {
  const { report } = await dataDir.startProgram()
  if (!report.ok) throw new Error(report.message)
  const desk = await startTestDesk({ route: () => report.url })
  try {
    const { sandbox } = desk
    const ticket = await openTicket(desk)
    await keepOutboxWords({ url: report.url })
    const text = 'Sent into the crash'
    const read = () => ticket.client.texts.filter((one) => one.includes(text)).length
    const outbox = () =>
      rowsOf(
        report,
        `select state, attempts from outbox join outbox_words using (id)
         where words like '%${text}'`,
      ).catch(() => [])
    const fault = { kind: 'delay', ms: 1_000, method: 'sendMessage' } as const
    sandbox.faults.add({ ...fault, chatId: ticket.client.id })
    const reply = ticket.say(text)
    await sandbox.until(async () => JSON.stringify(await outbox()).includes('sending'))
    const [backend] = await rowsOf(
      report,
      `select pid from pg_stat_activity where application_name = 'kvytok ${String(process.pid)}'`,
    )
    // One of its processes dies: PostgreSQL ends all others and reads its log anew.
    process.kill((backend as { pid: number }).pid, 'SIGKILL')
    await ticket.clientReads(text)
    await sandbox.until(async () => JSON.stringify(await outbox()).includes('sent'), 15_000)
    await sandbox.until(() => ticket.topic().reaction(reply) === '👌', 15_000)
    await sleep(300)
    expect(await outbox()).toEqual([{ state: 'sent', attempts: 1 }])
    expect(read()).toBe(1)
    ticket.client.write('Thank you')
    await ticket.staffReads('Thank you')
  } finally {
    await desk.close()
  }
})
