import { EventEmitter, once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createCall } from '../../../src/bot/telegram/calls/call.ts'
import { createTransport } from '../../../src/bot/telegram/calls/transport.ts'
import { createPoller, type PollerDeps } from '../../../src/bot/telegram/polling.ts'
import { json, startAnswering, type Asked } from './answering-server.ts'

type Answering = Parameters<typeof startAnswering>[0]
type Respond = (asked: Asked, response: Parameters<Answering>[1]) => unknown

interface Poll {
  offset?: number
  timeout: number
  allowed_updates: string[]
}

/** A poller whose pauses take no time, and a server that answers its polls one after the other. */
async function startPoller(polls: Respond[], overrides: Partial<PollerDeps> = {}) {
  const seen = new EventEmitter()
  const pauses: number[] = []
  const health: unknown[] = []
  const stored: { updates: unknown[]; nextOffset: number }[] = []
  const api = await startAnswering((asked, response) => {
    if (asked.method === 'deleteWebhook') {
      json(response, { ok: true, result: true })
      return undefined
    }
    const respond = polls.shift()
    if (respond !== undefined) return respond(asked, response)
    response.on('close', () => seen.emit('closed'))
    // Every answer has been given: this poll stays open.
    seen.emit('open')
    return undefined
  })
  const transport = createTransport({ token: '1:token', apiRoot: api.apiRoot })
  const poller = createPoller({
    call: createCall(transport),
    offset: async () => undefined,
    store: async (updates, nextOffset) => {
      stored.push({ updates, nextOffset })
    },
    room: async () => undefined,
    onHealth: (state) => health.push(state),
    log: { warn: () => undefined },
    wait: async (ms) => {
      pauses.push(ms)
    },
    random: () => 1,
    ...overrides,
  })
  const open = once(seen, 'open')
  const closed = once(seen, 'closed')
  onTestFinished(async () => {
    await poller.stop()
    await transport.close()
  })
  const asked = () =>
    api.asked
      .filter(({ method }) => method === 'getUpdates')
      .map(({ body }) => JSON.parse(body.toString()) as Poll)
  poller.start()
  return { poller, api, open, closed, pauses, health, stored, asked }
}

const updates =
  (...ids: unknown[]): Respond =>
  (_asked, response) =>
    json(response, { ok: true, result: ids.map((update_id) => ({ update_id })) })

const refusal =
  (code: number, description: string, parameters = {}): Respond =>
  (_asked, response) =>
    json(response, { ok: false, error_code: code, description, parameters }, code)

test('a stored batch is confirmed by the next poll, and the kinds are named each time', async () => {
  const { open, asked, stored, health, api } = await startPoller([updates(7, 8), updates(9)], {
    offset: async () => 5,
  })
  await open
  expect(asked().map(({ offset }) => offset)).toEqual([5, 9, 10])
  expect(stored.map(({ nextOffset }) => nextOffset)).toEqual([9, 10])
  // The first answer comes at once: it tells that polling works.
  expect(asked().map(({ timeout }) => timeout)).toEqual([0, 50, 50])
  for (const poll of asked()) expect(poll.allowed_updates).toContain('message_reaction')
  expect(health).toEqual([{ healthy: true }])
  expect(api.asked[0]?.method).toBe('deleteWebhook')
})

test('a batch that could not be stored is fetched again', async () => {
  const store = vi
    .fn<PollerDeps['store']>()
    .mockRejectedValueOnce(new Error('database away'))
    .mockResolvedValue(undefined)
  const { open, asked } = await startPoller([updates(7), updates(7)], { store })
  await open
  expect(asked().map(({ offset }) => offset)).toEqual([undefined, undefined, 8])
  expect(store).toHaveBeenCalledTimes(2)
})

test('no answer ends polling', async () => {
  const text =
    (body: string, status = 200): Respond =>
    (_asked, response) =>
      response.writeHead(status).end(body)
  const { open, asked, stored, health } = await startPoller([
    text('{"ok":true}'),
    text('{"ok":true,"result":{}}'),
    text('{"ok":true,"result":[null,3,{"update_id":"x"}]}'),
    text('<html>', 502),
    text(''),
    refusal(400, 'Bad Request'),
    refusal(403, 'Forbidden'),
    refusal(404, 'Not Found'),
    (_asked, response) => response.socket?.resetAndDestroy(),
    updates(3),
  ])
  await open
  expect(stored).toEqual([{ updates: [{ update_id: 3 }], nextOffset: 4 }])
  expect(asked().at(-1)?.offset).toBe(4)
  expect(health.at(0)).toMatchObject({ healthy: false })
  expect(health.at(-1)).toEqual({ healthy: true })
})

test('what cannot be read among good updates is stored with them', async () => {
  const { open, stored } = await startPoller([updates(7, 'x', 1e20, 8)])
  await open
  expect(stored[0]?.nextOffset).toBe(9)
  expect(stored[0]?.updates).toHaveLength(4)
})

test('another poller is met with pauses of up to a minute and an unhealthy state', async () => {
  const conflict = refusal(409, 'Conflict: terminated by other getUpdates request')
  const { open, pauses, health } = await startPoller([
    ...Array.from({ length: 8 }, () => conflict),
    updates(1),
  ])
  await open
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000])
  expect(health[0]).toMatchObject({
    healthy: false,
    reason: '409: Conflict: terminated by other getUpdates request',
  })
  expect(health.at(-1)).toEqual({ healthy: true })
})

test('a flood is waited out as long as Telegram says', async () => {
  const { open, pauses } = await startPoller([
    refusal(429, 'Too Many Requests: retry after 17', { retry_after: 17 }),
  ])
  await open
  expect(pauses).toEqual([17_000])
})

test('a token Telegram steadily does not know ends it with one sentence', async () => {
  const unauthorized = Array.from({ length: 5 }, () => refusal(401, 'Unauthorized'))
  const { poller, health } = await startPoller(unauthorized)
  await expect(poller.failed).rejects.toThrow(/^Telegram does not know this bot .*BOT_TOKEN/)
  expect(health.at(-1)).toEqual(expect.objectContaining({ healthy: false }))
})

test('a few refusals of the bot in the midst of polling are a hiccup', async () => {
  const { open, stored, pauses } = await startPoller([
    updates(7),
    ...Array.from({ length: 4 }, () => refusal(401, 'Unauthorized')),
    updates(8),
    refusal(401, 'Unauthorized'),
    updates(9),
  ])
  await open
  expect(stored.map(({ nextOffset }) => nextOffset)).toEqual([8, 9, 10])
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 1_000])
})

test('stopping breaks off the poll at once', async () => {
  const { poller, open, closed } = await startPoller([])
  await open
  await poller.stop()
  await closed
})

test('stopping waits for the batch that is being stored', async () => {
  const events = new EventEmitter()
  const log: string[] = []
  const storing = once(events, 'storing')
  const { poller } = await startPoller([updates(1)], {
    store: async () => {
      events.emit('storing')
      await once(events, 'go on')
      log.push('stored')
    },
  })
  await storing
  const stopped = poller.stop().then(() => log.push('stopped'))
  events.emit('go on')
  await stopped
  expect(log).toEqual(['stored', 'stopped'])
})

test('nothing is fetched while there is no room, and stopping does not wait for it', async () => {
  const events = new EventEmitter()
  const full = once(events, 'full')
  const { poller, asked } = await startPoller([updates(1)], {
    room: () => {
      events.emit('full')
      return new Promise(() => undefined)
    },
  })
  await full
  await poller.stop()
  expect(asked()).toEqual([])
})
