import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import { patience } from '../../sandbox/patience.ts'
import { lastOf, visit } from '../../bench/visitor.ts'
import { isAlive } from '../../src/storage/embedded/is-alive.ts'
import { endDemos, foldersOf, postmasterOf, startDemoProcess } from '../support/demo-process.ts'

afterEach(endDemos)

const patienceMs = 90_000 * patience

/** Waits until a process is gone that was told to end. */
async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isAlive(pid); tries += 1) {
    await sleep(50)
  }
  return !isAlive(pid)
}

test(
  'it prints one address, shows the page, answers, and leaves nothing behind at Ctrl-C',
  { timeout: patienceMs },
  async () => {
    const demo = startDemoProcess()
    const url = await demo.url()
    expect(demo.output().match(/http:/g)).toHaveLength(1)
    const page = await fetch(url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<div id="app">')

    const visitor = await visit(url)
    const people = visitor.state().people.map(({ language_code: language }) => language)
    expect(new Set(people)).toEqual(new Set(['en', 'uk', 'ru', 'tr']))
    expect(visitor.state().canMoveClock).toBe(true)
    const olena = visitor.person('Olena')
    await visitor.act('message', { userId: olena, chatId: olena, text: '/start' })
    const greeting = await visitor.until(() => {
      const last = lastOf(visitor.chatOf('Olena'))
      return last?.from?.is_bot === true && last.text
    }, 'a greeting')
    expect(greeting).toContain('Вітаємо, Olena')
    visitor.leave()

    const [folder = ''] = await foldersOf(demo)
    const database = postmasterOf(folder)
    expect(isAlive(database)).toBe(true)
    demo.signal('SIGINT')
    // npm and the terminal both pass it on.
    demo.signal('SIGINT')
    expect(await demo.ended).toBe(0)
    expect(isAlive(database)).toBe(false)
    expect(await foldersOf(demo)).toEqual([])
  },
)

test('Ctrl-C ends it also while it fills the desk', { timeout: patienceMs }, async () => {
  const demo = startDemoProcess(['--seed'])
  await demo.printed('Playing two weeks')
  demo.signal('SIGINT')
  expect(await demo.ended).toBe(0)
  expect(demo.output()).not.toContain('http:')
  expect(await foldersOf(demo)).toEqual([])
})

test('a second Ctrl-C ends at once what cannot be stopped', { timeout: patienceMs }, async () => {
  const demo = startDemoProcess()
  await demo.url()
  const [folder = ''] = await foldersOf(demo)
  const database = postmasterOf(folder)
  process.kill(database, 'SIGSTOP')
  demo.signal('SIGINT')
  await sleep(1_500)
  demo.signal('SIGINT')
  expect(await demo.ended).toBe(130)
  process.kill(database, 'SIGCONT')
  expect(await isGone(database)).toBe(true)
  expect(await foldersOf(demo)).toEqual([])
})

test(
  'a taken port is named, and without --port it is avoided',
  { timeout: patienceMs },
  async () => {
    const server = createServer((_request, response) => response.end('something else'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const demo = startDemoProcess(['--port', String(port)])
    expect(await demo.ended).toBe(1)
    expect(demo.output().trim()).toBe(
      `Port ${String(port)} is taken: name another one, or leave --port out.`,
    )
    expect(await foldersOf(demo)).toEqual([])
    server.close()

    const [one, another] = [startDemoProcess(), startDemoProcess()]
    expect(await one.url()).not.toBe(await another.url())
    one.signal('SIGTERM')
    another.signal('SIGTERM')
    expect(await Promise.all([one.ended, another.ended])).toEqual([0, 0])
  },
)

test('an option that is not known is refused in one line', { timeout: patienceMs }, async () => {
  const demo = startDemoProcess(['--sed'])
  expect(await demo.ended).toBe(1)
  expect(demo.output().trim().split('\n')).toHaveLength(1)
})
