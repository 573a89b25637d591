import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

import { startSandbox, type SandboxPerson } from '../../sandbox/index.ts'
import { acts, type ActName, type Scene } from './acts.ts'
import type { Cast, Life } from './past.ts'
import type { StageOrder, StageReady } from './stage.ts'
import { liveTicket } from './ticket-life.ts'

// A Telegram in a process of its own, whose people act one after another in a filled database.

/** So long nothing was called: the desk has done all that an act began. */
const quietMs = 8
const patienceMs = 20_000

/** The first call to the chat that answers, and the last one of all, by `performance.now()`. */
let heard: { chatId: number; firstAt: number | null; lastAt: number } | null = null

const sandbox = await startSandbox({
  heard({ method, params }) {
    if (heard === null || method === 'getUpdates') return
    const at = performance.now()
    heard.lastAt = at
    if (Number(params['chat_id']) === heard.chatId) heard.firstAt ??= at
  },
})
const forum = sandbox.forum()
const clients: SandboxPerson[] = []
const agents: SandboxPerson[] = []
const scenes: Scene[] = []

function cast({ clients: of, agents: by }: { clients: number; agents: number }): Cast {
  const people = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) =>
      sandbox.person({ language: 'en', name: `${name} ${String(index + 1)}` }),
    )
  clients.push(...people(of, 'Person'))
  agents.push(...people(by, 'Agent'))
  for (const agent of agents) forum.addMember(agent)
  const ids = (list: SandboxPerson[]) => list.map(({ id }) => id)
  return { clients: ids(clients), agents: ids(agents), staffChatId: forum.id }
}

async function live(): Promise<Life> {
  const [agent] = agents
  if (agent === undefined) throw new Error('There is no agent')
  const client = sandbox.person({ language: 'en', name: 'Olena' })
  const mark = 'MARKED'
  const number = await liveTicket({ sandbox, forum, client, agent, mark, patienceMs })
  // All that it has caused is sent by then.
  await sleep(2_000)
  return { number, mark }
}

/** Every client opens a ticket as people do. */
async function open(): Promise<void> {
  for (const [index, client] of clients.entries()) {
    const subject = `The report of ${client.user.first_name}`
    client.write('/new')
    await client.press('Idea', { timeoutMs: patienceMs })
    await sandbox.until(() => client.texts.some((text) => text.includes('Step 2')), patienceMs)
    client.write(subject)
    for (const label of ['Done', 'Skip', 'Send']) await client.press(label)
    const topic = await sandbox.until(
      () => forum.topics().find(({ name }) => name.endsWith(subject)),
      patienceMs,
    )
    const agent = agents[index % agents.length]
    if (agent === undefined) throw new Error('There is no agent')
    const number = Number(/^#(\d+) /.exec(topic.name)?.[1])
    scenes.push({ sandbox, forum, client, agent, number, topic, isUrgent: false })
    agent.in(forum).write('/take', { topic })
  }
  // Somebody who solves in the second in which his client writes is held back.
  await sleep(1_100)
}

/** One act of everybody, one after another; from handing the update in until the first answer. */
async function play(name: ActName): Promise<number[]> {
  const latenciesMs: number[] = []
  for (const scene of scenes) latenciesMs.push(await measure(name, scene))
  if (name === 'answer to /ask' || name === '/untag') await sleep(1_100)
  return latenciesMs
}

async function measure(name: ActName, scene: Scene): Promise<number> {
  const act = acts[name]
  const startedAt = performance.now()
  const chatId = act.answeredIn === 'client' ? scene.client.id : forum.id
  const hearing = { chatId, firstAt: null as number | null, lastAt: startedAt }
  heard = hearing
  act.do(scene)
  for (;;) {
    await sleep(2)
    const now = performance.now()
    if (hearing.firstAt !== null && now - hearing.lastAt > quietMs) break
    if (now - startedAt > patienceMs) throw new Error(`${name} got no answer`)
  }
  return hearing.firstAt - startedAt
}

async function carryOut(order: StageOrder): Promise<object> {
  switch (order.do) {
    case 'cast':
      return cast(order)
    case 'live':
      return live()
    case 'open':
      await open()
      return {}
    case 'play':
      return { latenciesMs: await play(order.act) }
  }
}

process.on('message', (order: StageOrder) => {
  carryOut(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.once('disconnect', () => process.exit())
const ready: StageReady = {
  apiRoot: sandbox.apiRoot,
  token: sandbox.token,
  staffChatId: forum.id,
}
process.send?.({ result: ready })
