import { act } from '../store/act.ts'
import { findButton } from './buttons.ts'
import type { TourScene } from './tour-scene.ts'

/** Does in the chats what the reader of the tour would do himself. */
export interface Player {
  clientWrites(text: string): Promise<void>
  /** Waits for a button in the client's chat, and presses it. */
  clientPresses(data: RegExp): Promise<void>
  agentWrites(text: string): Promise<void>
  passDays(days: number): Promise<void>
}

const patienceMs = 8_000
const lookEveryMs = 80
// Fast enough not to bore, slow enough to be followed.
const paceMs = 350

/** @param sceneNow the tour as it stands at the moment of the call */
export function createPlayer(sceneNow: () => TourScene | null): Player {
  const scene = () => sceneNow() ?? stop('Somebody whom the tour needs is gone.')
  return {
    async clientWrites(text) {
      const { client } = scene()
      await done(act('message', { userId: client.id, chatId: client.chatId, text }))
    },
    async clientPresses(data) {
      const button = await until(() => findButton(scene().inChat, data))
      const { client } = scene()
      await done(act('press', { userId: client.id, chatId: client.chatId, ...button }))
    },
    async agentWrites(text) {
      const topicId = await until(() => scene().topicId)
      const { agent, group } = scene()
      await done(act('message', { userId: agent.id, chatId: group.id, topicId, text }))
    },
    async passDays(days) {
      await done(act('clock', { by: days * 86_400_000 }))
    },
  }
}

async function done(doing: Promise<{ ok: true } | { ok: false; error: string }>): Promise<void> {
  const answer = await doing
  if (!answer.ok) stop(answer.error)
  await sleep(paceMs)
}

async function until<T>(read: () => T | null): Promise<T> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookEveryMs) {
    const value = read()
    if (value !== null) return value
    await sleep(lookEveryMs)
  }
  return stop('The bot did not answer as expected: do this step yourself.')
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function stop(sentence: string): never {
  throw new Error(sentence)
}
