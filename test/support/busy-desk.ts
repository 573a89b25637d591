import type { SandboxPerson } from '../../sandbox/index.ts'
import { builtInDesk } from '../../src/desk/complete-desk.ts'
import { startTestDesk, type TestDesk } from './desk.ts'
import { openTicket, type OpenedTicket } from './opened-ticket.ts'

/** A ticket of a busy desk, and the agent who has it. */
export interface HeldTicket extends OpenedTicket {
  holder: SandboxPerson
}

/** How many tickets are opened at once. */
const atOnce = 20

/**
 * A desk with tickets that agents have answered. It was filled without limits, and then started
 * again as it is delivered, with a Telegram that refuses the 21st message of a minute.
 */
export async function busyDesk(counts: {
  agents: number
  tickets: number
}): Promise<{ desk: TestDesk; tickets: HeldTicket[] }> {
  const desk = await startTestDesk()
  const { sandbox, forum } = desk
  const agents = Array.from({ length: counts.agents }, (_, index) => {
    const agent = sandbox.person({ name: `Agent ${String(index)}` })
    forum.addMember(agent)
    return agent
  })
  const tickets: HeldTicket[] = []
  while (tickets.length < counts.tickets) {
    const some = Array.from({ length: Math.min(atOnce, counts.tickets - tickets.length) })
    const opened = await Promise.all(
      some.map(async (_, index) => {
        const nth = tickets.length + index
        const client = sandbox.person({ name: `Client ${String(nth)}` })
        const ticket = await openTicket(desk, { subject: `Report ${String(nth)} fails`, client })
        const holder = agents[nth % agents.length]!
        holder.in(forum).write(`Looking into ${String(nth)}`, { topic: ticket.topic() })
        await ticket.clientReads(`Looking into ${String(nth)}`)
        return { ...ticket, holder }
      }),
    )
    tickets.push(...opened)
  }
  await nothingWaits(desk)
  const { limits, timers } = builtInDesk
  await desk.restart({ limits, timers })
  sandbox.limits.groupPerMinute = 20
  return { desk, tickets }
}

/** Waits until the desk has sent all it had to send. */
export async function nothingWaits({ sandbox, db }: TestDesk, timeoutMs = 10_000): Promise<void> {
  await sandbox.until(async () => {
    const { rows } = await db.database.pool.query(
      `select id::text from outbox where state in ('pending', 'retry', 'sending') limit 1`,
    )
    return rows.length === 0
  }, timeoutMs)
}
