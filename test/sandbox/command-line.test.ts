import { expect, test } from 'vitest'

import { readCommand } from '../../sandbox/command-line.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { instructions } from '../../sandbox/instructions.ts'
import { openSandbox } from '../../sandbox/open-sandbox.ts'

test.each([
  [[], { token: null, port: null, replay: null }],
  [
    ['--token', '1:abc', '--port', '8099', '--replay', 'x.json'],
    { token: '1:abc', port: 8_099, replay: 'x.json' },
  ],
])('%j is understood', (args, command) => {
  expect(readCommand(args)).toEqual({ ok: true, command })
})

test.each([
  [['--port', '0']],
  [['--port', 'x']],
  [['--token', 'abc']],
  [['--tokn', '1:a']],
  [['x']],
])('%j is refused in one line', (args) => {
  const read = readCommand(args)
  expect(read.ok).toBe(false)
  if (!read.ok) expect(read.message).toMatch(/^[^\n]+\.$/)
})

test('help names every option', () => {
  const read = readCommand(['--help'])
  expect('help' in read && read.help).toMatch(/--token[^]*--port[^]*--replay/)
})

test('a port that is taken is told when it was asked for, and passed over when not', async () => {
  const first = await startSandbox()
  const stops: (() => Promise<void>)[] = [() => first.close()]
  const taken = Number(new URL(first.apiRoot).port)
  const refused = await openSandbox(taken, {}, stops)
  expect(refused).toMatchObject({ ok: false })
  expect(!refused.ok && refused.message).toContain(`Port ${String(taken)} is taken`)
  const [one, two] = [await openSandbox(null, {}, stops), await openSandbox(null, {}, stops)]
  expect(one.ok && two.ok && one.sandbox.apiRoot !== two.sandbox.apiRoot).toBe(true)
  for (const stop of stops) await stop()
})

test('what is printed warns, and names the address for each library', () => {
  const apiRoot = 'http://127.0.0.1:8090'
  const printed = instructions({ apiRoot, token: '1:abc', staffChatId: -1 })
  expect(printed).toContain('not for production')
  expect(printed).toContain(`TELEGRAM_API_ROOT   ${apiRoot}`)
  for (const name of ['Telegraf', 'grammY', 'node-telegram-bot-api', 'python-telegram-bot']) {
    expect(printed).toContain(name)
  }
})
