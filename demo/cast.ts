import type { Sandbox, SandboxForum, SandboxPerson } from '../sandbox/index.ts'

/** The people with whom the demo begins. */
export interface Cast {
  forum: SandboxForum
  clients: Record<keyof typeof clients, SandboxPerson>
  agents: Record<keyof typeof agents, SandboxPerson>
}

/** One for each language of the bot. */
const clients = {
  anna: { name: 'Anna', username: 'anna', language: 'en' },
  olena: { name: 'Olena', username: 'olena', language: 'uk' },
  mark: { name: 'Mark', username: 'mark', language: 'ru' },
  ayse: { name: 'Ayşe', username: 'ayse', language: 'tr' },
} as const

export const agents = {
  max: { name: 'Max', username: 'max', language: 'en' },
  iryna: { name: 'Iryna', username: 'iryna', language: 'uk' },
  deniz: { name: 'Deniz', username: 'deniz', language: 'tr' },
} as const

/** The bot's name, and the staff forum with its agents, of whom Max is the supervisor, and the clients. */
export function createCast(sandbox: Sandbox): Cast {
  Object.assign(sandbox.bot, { first_name: 'Acme support', username: 'acme_support_bot' })
  const forum = sandbox.forum('Acme support team')
  const cast = {
    forum,
    clients: eachOf(clients, (client) => sandbox.person(client)),
    agents: eachOf(agents, (agent) => sandbox.person(agent)),
  }
  const { max, ...others } = cast.agents
  forum.addMember(max, 'creator')
  for (const other of Object.values(others)) forum.addMember(other)
  return cast
}

function eachOf<K extends string, From, To>(
  people: Record<K, From>,
  make: (from: From) => To,
): Record<K, To> {
  const made = Object.entries<From>(people).map(([name, person]) => [name, make(person)])
  return Object.fromEntries(made) as Record<K, To>
}
