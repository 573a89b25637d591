import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { api, callIn, isDescribed, type Form } from './bot-caller.ts'
import { methodCases, type MethodCase } from './method-cases.ts'
import { setStage, type Stage } from './stage.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox()
})

afterAll(() => sandbox.close())

const call = (method: string, params: Record<string, unknown>, form: Form = 'json') =>
  callIn(form, sandbox, method, params)

/** A topic must be closed before it is opened again. */
const before: Record<string, (stage: Stage) => Promise<unknown>> = {
  reopenForumTopic: ({ forum, threadId }) =>
    call('closeForumTopic', { chat_id: forum.id, message_thread_id: threadId }),
  reopenGeneralForumTopic: ({ forum }) => call('closeGeneralForumTopic', { chat_id: forum.id }),
}

/** These cannot be called with less: an edit must change something. */
const needsMore = ['editMessageCaption', 'editMessageReplyMarkup', 'editForumTopic']

async function staged(method: string): Promise<Stage> {
  const stage = await setStage(sandbox, call)
  await before[method]?.(stage)
  return stage
}

describe.each(Object.entries(methodCases))('%s', (method, { required, optional, without = {} }) => {
  const all = (stage: Stage) => ({ ...required(stage), ...optional?.(stage) })

  if (!needsMore.includes(method)) {
    test('needs no more than the required', async () => {
      const answer = await call(method, required(await staged(method)))
      expect(answer).toMatchObject({ ok: true })
      expect(isDescribed(method, answer.result), JSON.stringify(answer.result)).toBe(true)
    })
  }

  const forms: Form[] = ['json', 'urlencoded', 'multipart', 'query']
  test.each(forms)('takes the optional, too, as %s', async (form) => {
    const answer = await call(method, all(await staged(method)), form)
    expect(answer).toMatchObject({ ok: true })
    expect(isDescribed(method, answer.result), JSON.stringify(answer.result)).toBe(true)
  })

  const asked = Object.entries(without)
  if (asked.length > 0) {
    test('asks for what is missing', async () => {
      const stage = await staged(method)
      for (const [name, words] of asked) {
        const { [name]: _left, ...rest } = required(stage)
        const answer = await call(method, rest)
        expect(answer, name).toMatchObject({ ok: false, error_code: 400 })
        expect(answer.description, name).toContain(`Bad Request: ${words}`)
      }
    })
  }

  test('refuses a parameter that the description does not know', async () => {
    const answer = await call(method, { ...required(await staged(method)), chat_ids: 1 })
    expect(answer.description).toBe('Bad Request: parameter "chat_ids" is not known')
  })
})

test('every required parameter of the description is asked for, of every method', async () => {
  for (const [method, fields] of Object.entries(api.methods)) {
    const isAsking = Object.values(fields).some(({ required }) => required)
    const answer = await call(method, {})
    if (!isAsking) continue
    expect(answer, method).toMatchObject({ ok: false, error_code: 400 })
    expect(answer.description, method).toMatch(/^Bad Request: ./)
  }
})

test('no method that the bot calls is without a case', () => {
  const folder = join(import.meta.dirname, '../../../src')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const texts = names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const quoted = texts.flatMap((text) => [...text.matchAll(/'([a-z]+[A-Z]\w+)'/g)])
  const called = new Set(quoted.map(([, name]) => name!).filter((name) => name in api.methods))
  expect(called.size).toBeGreaterThan(20)
  // setWebhook is tried with the updates it brings.
  expect([...called].filter((name) => !(name in methodCases))).toEqual(['setWebhook'])
})

test('every case names only parameters that exist', () => {
  const cases = Object.entries<MethodCase>(methodCases)
  for (const [method, { without = {} }] of cases) {
    expect(Object.keys(api.methods[method]!)).toEqual(expect.arrayContaining(Object.keys(without)))
  }
})

test('a method without meaning here is done, or said to be missing', async () => {
  const stage = await setStage(sandbox, call)
  const chat = { chat_id: stage.forum.id }
  expect(await call('setChatTitle', { ...chat, title: 'New' })).toEqual({ ok: true, result: true })
  expect(await call('sendDice', chat)).toMatchObject({ ok: false, error_code: 501 })
})
