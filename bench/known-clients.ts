import { setTimeout as sleep } from 'node:timers/promises'

import type { Sandbox, SandboxForum, SandboxPerson } from '../sandbox/index.ts'
import type { SandboxTopic } from '../sandbox/people/forum.ts'

/** A client with a ticket that support has answered. */
export interface KnownClient {
  person: SandboxPerson
  /** The subject, by which the topic is found. */
  subject: string
}

export const patienceMs = 120_000

/** Opens a ticket in the shortest way, and waits until its client reads that it is open. */
export async function openTicket(
  sandbox: Sandbox,
  person: SandboxPerson,
  subject: string,
): Promise<void> {
  const press = (label: string) => person.press(label, { timeoutMs: patienceMs })
  person.write('/new')
  await press('Idea')
  await sandbox.until(() => person.texts.some((text) => text.includes('Step 2')), patienceMs)
  person.write(subject)
  for (const label of ['Done', 'Skip', 'Send']) await press(label)
  await sandbox.until(() => person.texts.some((text) => /^#\d+ .*is open/s.test(text)), patienceMs)
}

export async function makeKnown(
  sandbox: Sandbox,
  forum: SandboxForum,
  count: number,
): Promise<KnownClient[]> {
  const agent = sandbox.person({ name: 'Anna', username: 'anna' })
  forum.addMember(agent, 'administrator')
  agent.in(forum).write('/stats')
  const known: KnownClient[] = []
  for (let index = 0; index < count; index += 1) {
    const subject = `Known matter ${String(index)}`
    const person = sandbox.person({ name: `Known ${String(index)}` })
    await openTicket(sandbox, person, subject)
    const topic = await sandbox.until(() => topicOf(forum, subject), patienceMs)
    agent.in(forum).write(`Looking into ${subject}`, { topic })
    await sandbox.until(
      () => person.texts.some((text) => text.includes(`Looking into ${subject}`)),
      patienceMs,
    )
    known.push({ person, subject })
  }
  return known
}

function topicOf(forum: SandboxForum, subject: string): SandboxTopic | undefined {
  return forum.topics().find(({ name }) => name.endsWith(subject))
}

/**
 * Known clients write in turn until they are told to stop.
 *
 * @returns milliseconds until each text stood in its topic, once `stop` is called
 */
export function keepWriting(
  { sandbox, forum, known }: { sandbox: Sandbox; forum: SandboxForum; known: KnownClient[] },
  everyMs: number,
): { stop: () => Promise<number[]> } {
  let isOver = false
  const waits: Promise<number>[] = []
  const write = async () => {
    for (let nth = 0; !isOver; nth += 1) {
      const one = known[nth % known.length]
      if (one === undefined) throw new Error('Nobody is known')
      const text = `Still so, said the ${String(nth)}th time`
      const startedAt = performance.now()
      one.person.write(text)
      waits.push(
        sandbox
          .until(() => topicOf(forum, one.subject)?.texts.includes(text) === true, patienceMs)
          .then(() => performance.now() - startedAt),
      )
      await sleep(everyMs)
    }
  }
  const written = write()
  return {
    async stop() {
      isOver = true
      await written
      return Promise.all(waits)
    },
  }
}
