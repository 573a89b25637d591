import { setTimeout as sleep } from 'node:timers/promises'

import type { Sandbox, SandboxForum, SandboxPerson } from '../../../sandbox/index.ts'
import type { SandboxTopic } from '../../../sandbox/people/forum.ts'
import type { Message } from '../../../sandbox/state/shapes.ts'
import { openPatiently, pressUntil } from './open-patiently.ts'

/** A text that somebody wrote once, known by a mark that stands in no other. */
export interface Written {
  mark: string
  /** A note is for colleagues; the words of an opening wait for the client's last button. */
  kind: 'opening' | 'client' | 'agent' | 'note'
  ticket: DayTicket
  /** Milliseconds since the epoch. */
  at: number
  /** As it stands in its author's chat. */
  message: Message | null
}

export interface DayTicket {
  /** What it is called, and nothing else is. */
  subject: string
  client: SandboxPerson
  /** The only one who answers in it. */
  agent: SandboxPerson
}

/** What people do in a day. */
export interface Load {
  tickets: readonly DayTicket[]
  written: readonly Written[]
  /** What somebody waited for in vain. */
  stuck: readonly string[]
  /** The first tickets; resolves when all have their topics. */
  open(count: number): Promise<void>
  /** Everybody writes, one after the other, until it is stopped. */
  begin(): void
  stop(): Promise<void>
  /** Somebody whom the desk does not know opens a ticket; nobody waits for it. */
  newcomer(): void
  /** Waits for the newcomers; then every ticket is solved and accepted. */
  finish(): Promise<void>
}

export interface LoadOptions {
  stage: { sandbox: Sandbox; forum: SandboxForum }
  /** From one text of a client to the next of any; agents write as often. */
  beatMs: number
  /** How long anybody waits for anything. */
  patienceMs: number
}

const agentNames = ['Anna', 'Boris']
/** Telegram's time of a message is a second: an answer within the same cannot have seen it. */
const secondMs = 1_100

export function createLoad({ stage, beatMs, patienceMs }: LoadOptions): Load {
  const { sandbox, forum } = stage
  const agents = agentNames.map((name) => {
    const agent = sandbox.person({ name, username: name.toLowerCase() })
    forum.addMember(agent)
    return agent
  })
  const tickets: DayTicket[] = []
  const written: Written[] = []
  const stuck: string[] = []
  const underWay: Promise<void>[] = []
  let beating: Promise<void> | undefined
  let isOver = false

  function note(kind: Written['kind'], ticket: DayTicket): Written {
    const mark = `[${kind[0] ?? ''}${String(written.length + 1).padStart(4, '0')}]`
    const one: Written = { mark, kind, ticket, at: Date.now(), message: null }
    written.push(one)
    return one
  }

  function newTicket(): DayTicket {
    const nth = String(tickets.length + 1).padStart(3, '0')
    const ticket = {
      subject: `Matter ${nth}.`,
      client: sandbox.person({ name: `Client ${nth}`, language: 'en' }),
      agent: agents[tickets.length % agents.length] as SandboxPerson,
    }
    tickets.push(ticket)
    return ticket
  }

  function opened(ticket: DayTicket): Promise<void> {
    const words = `My first words ${note('opening', ticket).mark}`
    return openPatiently(stage, ticket.client, { subject: ticket.subject, words }, patienceMs)
  }

  function topicOf({ subject }: DayTicket): SandboxTopic | undefined {
    return forum.topics().findLast(({ name }) => name.includes(subject))
  }

  function clientWrites(ticket: DayTicket, beat: number): void {
    const one = note('client', ticket)
    const text = `My words ${one.mark}`
    one.message =
      beat % 4 === 3 ? ticket.client.send('photo', { caption: text }) : ticket.client.write(text)
  }

  function agentWrites(ticket: DayTicket, beat: number): void {
    const topic = topicOf(ticket)
    if (topic === undefined) return
    const staff = ticket.agent.in(forum)
    const isNote = beat % 5 === 4
    const one = note(isNote ? 'note' : 'agent', ticket)
    const text = isNote ? `// among us ${one.mark}` : `Our words ${one.mark}`
    one.message =
      beat % 5 === 2 ? staff.send('photo', { caption: text, topic }) : staff.write(text, { topic })
  }

  async function beat(known: DayTicket[]): Promise<void> {
    const half = Math.floor(known.length / 2)
    for (let nth = 0; !isStopped(); nth += 1) {
      clientWrites(known[nth % known.length] as DayTicket, nth)
      agentWrites(known[(nth + half) % known.length] as DayTicket, nth)
      await sleep(beatMs)
    }
  }

  /** A function, because the compiler does not know that it changes during an await. */
  function isStopped(): boolean {
    return isOver
  }

  async function solve(ticket: DayTicket): Promise<void> {
    const topic = topicOf(ticket)
    if (topic === undefined) return
    const one = note('agent', ticket)
    const { client, agent } = ticket
    const staff = agent.in(forum)
    one.message = staff.write(`/solve So it works ${one.mark}`, { topic })
    const sees = (text: string) => () => client.texts.some((read) => read.includes(text))
    const arrives = sees(one.mark)
    const isAsked = () => topicOf(ticket)?.texts.some((text) => text.includes('Send anyway?'))
    await sandbox.until(() => arrives() || isAsked(), patienceMs)
    if (!arrives()) await staff.press('Send anyway', { topic, timeoutMs: patienceMs })
    await sandbox.until(arrives, patienceMs)
    const deadline = Date.now() + patienceMs
    const seen = sees('You accepted the solution')
    await pressUntil(sandbox, client, { label: 'Accept', seen, deadline })
  }

  /** Nobody is waited for longer than he waits himself. */
  async function attempt(what: string, doing: Promise<void>): Promise<void> {
    await doing.catch((error: unknown) => {
      stuck.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    })
  }

  return {
    tickets,
    written,
    stuck,
    async open(count) {
      await Promise.all(Array.from({ length: count }, () => opened(newTicket())))
    },
    begin() {
      beating = beat([...tickets])
    },
    async stop() {
      isOver = true
      await beating
    },
    newcomer() {
      const ticket = newTicket()
      underWay.push(attempt(`${ticket.subject} is not opened`, opened(ticket)))
    },
    async finish() {
      await Promise.all(underWay)
      await sleep(secondMs)
      await Promise.all(
        tickets.map((ticket) => attempt(`${ticket.subject} is not solved`, solve(ticket))),
      )
    },
  }
}
