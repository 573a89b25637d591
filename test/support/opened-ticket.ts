import type { SandboxPerson } from '../../sandbox/index.ts'
import type { SandboxTopic } from '../../sandbox/people/forum.ts'
import type { Placing, Writer } from '../../sandbox/people/writer.ts'
import type { Message } from '../../sandbox/state/shapes.ts'
import type { TestDesk } from './desk.ts'

/** An idea that a client sent, and an agent in its topic. */
export interface OpenedTicket {
  client: SandboxPerson
  agent: SandboxPerson
  number: number
  /** The ticket's topic as it is now; throws when there is none. */
  topic(): SandboxTopic
  /** The agent writes in the topic. */
  say(text: string, placing?: Placing): Message
  /** The agent in the forum, for all that is not a text. */
  staff: Writer
  /** Waits until a text is in the client's chat. */
  clientReads(text: string): Promise<Message>
  /** Waits until a text is in the topic. */
  staffReads(text: string): Promise<Message>
}

/** Opens a ticket in the shortest way the dialogue has. */
export async function openTicket(
  desk: Pick<TestDesk, 'sandbox' | 'forum'>,
  { subject = 'The report is empty', client = desk.sandbox.person({ name: 'Olena' }) } = {},
): Promise<OpenedTicket> {
  const { sandbox, forum } = desk
  const agent = agentOf(desk)
  const has = (message: Message, text: string) => textOf(message).includes(text)
  const before = new Set(forum.topics().map(({ threadId }) => threadId))
  client.write('/new')
  await client.press('Idea')
  await sandbox.until(() => client.texts.some((text) => text.includes('Step 2')))
  client.write(subject)
  await client.press('Done')
  await client.press('Skip')
  await client.press('Send')
  const opened = await sandbox.until(() =>
    forum.topics().find((topic) => !before.has(topic.threadId) && topic.texts.includes(subject)),
  )
  const number = Number(/^#(\d+) /.exec(opened.name)?.[1])
  const topic = () => {
    const found = forum.topic(`#${String(number)} `)
    if (found === undefined) throw new Error(`Ticket ${String(number)} has no topic.`)
    return found
  }
  await sandbox.until(() => client.texts.some((text) => text.includes(`#${String(number)} `)))
  const staff = agent.in(forum)
  return {
    client,
    agent,
    number,
    topic,
    staff,
    say: (text, placing) => staff.write(text, { topic: topic(), ...placing }),
    clientReads: (text) =>
      sandbox.until(() => client.messages.findLast((message) => has(message, text))),
    staffReads: (text) =>
      sandbox.until(() =>
        forum
          .topic(`#${String(number)} `)
          ?.messages.findLast((message) => message.from?.is_bot === true && has(message, text)),
      ),
  }
}

const agents = new WeakMap<object, SandboxPerson>()

/** One agent a desk, known to the group. */
export function agentOf(desk: Pick<TestDesk, 'sandbox' | 'forum'>): SandboxPerson {
  const known = agents.get(desk)
  if (known !== undefined) return known
  const agent = desk.sandbox.person({ name: 'Anna', username: 'anna' })
  desk.forum.addMember(agent)
  agents.set(desk, agent)
  return agent
}

export function textOf({ text, caption }: Message): string {
  return text ?? caption ?? ''
}
