import type { MessageView, PersonView } from '../../../play/protocol.ts'
import { generalId, messagesIn, topicsOf } from '../store/by-topic.ts'
import type { ChatState, SandboxState } from '../store/chats.ts'
import { agentsOf, staffGroup } from '../store/staff-group.ts'

/** What the tour is about: one client, one agent and, as soon as there is one, their ticket. */
export interface TourScene {
  client: PersonView
  agent: PersonView
  group: ChatState
  /** Null until the ticket is open. */
  topicId: number | null
  /** What both wrote and read since the tour began. */
  inChat: readonly MessageView[]
  inTopic: readonly MessageView[]
  aheadMs: number
}

/** Where a tour began. */
export interface TourStart {
  clientId: number
  agentId: number
  /** Messages up to this one in a chat were there before, by chat. */
  newest: ReadonlyMap<number, number>
  aheadMs: number
}

/** Begins a tour; null when there is nobody to play, as with a bot that has no staff group. */
export function beginTour(
  state: SandboxState,
  chosen: { clientId: number | null; agentId: number | null },
): TourStart | null {
  const group = staffGroup(state)
  const agents = agentsOf(state, group)
  const staff = new Set(agents.map(({ id }) => id))
  const clients = state.people.filter(({ id }) => !staff.has(id))
  const agent = agents.find(({ id }) => id === chosen.agentId) ?? agents[0]
  const client = clients.find(({ id }) => id === chosen.clientId) ?? clients[0]
  if (agent === undefined || client === undefined || !isHelpDesk(state, client)) return null
  const newest = [...state.chats].map(([id, { messages }]) => [id, lastId(messages)] as const)
  const { aheadMs } = state
  return { clientId: client.id, agentId: agent.id, newest: new Map(newest), aheadMs }
}

/** The tour as it stands now; null when somebody it needs is gone. */
export function sceneOf(state: SandboxState, start: TourStart): TourScene | null {
  const group = staffGroup(state)
  const client = state.people.find(({ id }) => id === start.clientId)
  const agent = agentsOf(state, group).find(({ id }) => id === start.agentId)
  const chat = state.chats.get(client?.chatId ?? 0)
  if (group === null || client === undefined || agent === undefined || chat === undefined) {
    return null
  }
  const since = (chatId: number) => (message: MessageView) =>
    message.message_id > (start.newest.get(chatId) ?? 0)
  const inChat = messagesIn(chat, generalId).filter(since(chat.id))
  const topic = topicsOf(group).find(({ name }) => name.startsWith(`#${ticketIn(inChat)} `))
  const inTopic = topic?.messages.filter(since(group.id)) ?? []
  const topicId = topic?.topicId ?? null
  return { client, agent, group, topicId, inChat, inTopic, aheadMs: state.aheadMs - start.aheadMs }
}

/** Only a bot with these commands has tickets to be led through. */
function isHelpDesk({ chats }: SandboxState, { chatId }: PersonView): boolean {
  const commands = Object.values(chats.get(chatId)?.commands ?? {}).flat()
  return ['new', 'tickets'].every((name) => commands.some(({ command }) => command === name))
}

/** The number of the ticket that was opened; every notice about it begins with the number. */
function ticketIn(messages: readonly MessageView[]): string {
  const numbers = messages.map(({ text = '' }) => /^#(\d+) /.exec(text)?.[1])
  return numbers.find((number) => number !== undefined) ?? 'none'
}

function lastId(messages: ChatState['messages']): number {
  return [...messages.keys()].at(-1) ?? 0
}
