import { setTimeout as sleep } from 'node:timers/promises'

import type { Sandbox, SandboxPerson } from '../../sandbox/index.ts'
import type { SandboxTopic } from '../../sandbox/people/forum.ts'
import type { Database } from '../../src/storage/database.ts'
import type { Cast } from '../cast.ts'

/** Where stories are played: people in the sandbox, and the desk that answers them. */
export interface Stage {
  sandbox: Sandbox
  cast: Cast
  /** A client by his first name. */
  client(name: string): SandboxPerson
  /** Waits until the desk has done and sent all it has to. */
  settled(): Promise<void>
}

const unfinished = `select
  exists (select from inbound_update where state = 'pending')
  or exists (select from outbox where state in ('pending', 'retry', 'sending')) as any`
const patienceMs = 30_000
const pauseMs = 2

/** @param db the desk's own database */
export function createStage(
  sandbox: Sandbox,
  cast: Cast,
  { db, people }: { db: Database; people: ReadonlyMap<string, SandboxPerson> },
): Stage {
  const isDone = async () => {
    if (sandbox.pendingCount() > 0) return false
    const { rows } = await db.pool.query<{ any: boolean }>(unfinished)
    return rows[0]?.any === false
  }
  return {
    sandbox,
    cast,
    client(name) {
      const person = people.get(name)
      if (person === undefined) throw new Error(`No client is called ${name}`)
      return person
    },
    async settled() {
      const deadline = Date.now() + patienceMs
      while (!(await isDone())) {
        if (Date.now() > deadline) throw new Error('The desk does not come to rest')
        await sleep(pauseMs)
      }
    },
  }
}

/** The topic of a ticket. */
export function topicOf({ cast: { forum } }: Stage, number: number): SandboxTopic {
  const topic = forum.topic(`#${String(number)} `)
  if (topic === undefined) throw new Error(`Ticket ${String(number)} has no topic`)
  return topic
}
