import { setTimeout as sleep } from 'node:timers/promises'

import { startSandbox, type SandboxPerson } from '../sandbox/index.ts'
import type { Burst, Greeted, Order, Ready, Steady } from './orders.ts'

// A Telegram in a process of its own, so that its work is not counted as the bot's. Its parent sends
// orders; each is answered when it has been carried out.

const sandbox = await startSandbox()
const forum = sandbox.forum()
const patienceMs = 60_000
const pressIdea = 'Idea'
let people: SandboxPerson[] = []

function gather(count: number): SandboxPerson[] {
  return Array.from({ length: count }, () => sandbox.person({ language: 'en' }))
}

/** Everybody does something at once; ends when the bot has written or edited once for each. */
async function all(crowd: SandboxPerson[], act: (person: SandboxPerson) => void): Promise<Burst> {
  sandbox.calls.length = 0
  const startedAt = Date.now()
  for (const person of crowd) act(person)
  const answers = await answersTo(crowd)
  const lastAt = Math.max(...answers.values())
  return { updates: crowd.length, durationMs: lastAt - startedAt }
}

/** When each of them got his first answer; waits for the last one. */
async function answersTo(crowd: SandboxPerson[]): Promise<Map<number, number>> {
  const waiting = new Set(crowd.map(({ id }) => id))
  const answers = new Map<number, number>()
  const deadline = Date.now() + patienceMs
  while (waiting.size > 0) {
    if (Date.now() > deadline) throw new Error(`${String(waiting.size)} people got no answer`)
    // The journal holds the exact times, so looking seldom costs no precision.
    await sleep(10)
    for (const { at, method, params, response } of sandbox.calls.splice(0)) {
      if (method !== 'sendMessage' && method !== 'editMessageText') continue
      const chatId = Number(params['chat_id'])
      const isOk = (response as { ok: boolean }).ok
      if (isOk && waiting.delete(chatId)) answers.set(chatId, at)
    }
  }
  return answers
}

function press(person: SandboxPerson, label: string): void {
  const message = person.lastMessage
  const buttons = message?.reply_markup?.inline_keyboard?.flat() ?? []
  const data = buttons.find(({ text }) => text.includes(label))?.callback_data
  if (message === undefined || data === undefined) throw new Error(`There is no button ${label}`)
  person.forge(message, data)
}

async function steady(perSecond: number, seconds: number): Promise<Steady> {
  const crowd = people.slice(0, perSecond * seconds)
  sandbox.calls.length = 0
  const writtenAt = new Map<number, number>()
  const beganAt = Date.now()
  const answered = answersTo(crowd)
  for (const [index, person] of crowd.entries()) {
    const dueInMs = beganAt + (index * 1_000) / perSecond - Date.now()
    if (dueInMs > 0) await sleep(dueInMs)
    writtenAt.set(person.id, Date.now())
    person.write('It does not work')
  }
  const answers = await answered
  return { latenciesMs: crowd.map(({ id }) => (answers.get(id) ?? 0) - (writtenAt.get(id) ?? 0)) }
}

async function dialogues(count: number): Promise<void> {
  const crowd = gather(count)
  await all(crowd, (person) => person.write('/start'))
  await begin(crowd)
  await all(crowd, (person) => person.write('The first sentence of a description'))
  await all(crowd, (person) => person.write('The second sentence of it'))
  await all(crowd, (person) => press(person, 'Done'))
}

async function begin(crowd: SandboxPerson[]): Promise<void> {
  await all(crowd, (person) => person.write('/new'))
  await all(crowd, (person) => press(person, pressIdea))
}

async function greet(): Promise<Greeted> {
  const [person] = gather(1)
  if (person === undefined) throw new Error('Nobody came')
  person.write('/start')
  const answers = await answersTo([person])
  return { answeredAt: answers.get(person.id) ?? 0 }
}

async function carryOut(order: Order): Promise<object> {
  switch (order.do) {
    case 'gather':
      people = gather(order.people)
      return {}
    case 'begin':
      await begin(people)
      return {}
    case 'burst':
      return all(people, (person) => person.write('It does not work'))
    case 'steady':
      return steady(order.perSecond, order.seconds)
    case 'dialogues':
      await dialogues(order.people)
      return {}
    case 'greet':
      return greet()
  }
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.once('disconnect', () => process.exit())
const ready: Ready = { apiRoot: sandbox.apiRoot, token: sandbox.token, staffChatId: forum.id }
process.send?.({ result: ready })
