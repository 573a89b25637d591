import { resolve } from 'node:path'

import { expect, test } from 'vitest'

import { readOptions } from '../../demo/read-options.ts'

const plain = { keepFolder: null, seed: false, port: null, verbose: false }

test.each([
  [[], plain],
  [['--keep'], { ...plain, keepFolder: resolve('data/demo') }],
  [['--keep', '/tmp/mine'], { ...plain, keepFolder: '/tmp/mine' }],
  [['--keep=/tmp/mine', '--seed'], { ...plain, keepFolder: '/tmp/mine', seed: true }],
  [
    ['--seed', '--keep', '--port', '8123'],
    { ...plain, keepFolder: resolve('data/demo'), seed: true, port: 8_123 },
  ],
  [['--verbose'], { ...plain, verbose: true }],
])('%j is understood', (args, options) => {
  expect(readOptions(args)).toEqual({ ok: true, options })
})

test.each([
  [['--port', 'abc'], '--port must be a number'],
  [['--port', '70000'], '--port must be a number'],
  [['folder'], '"folder" is not understood'],
  [['--keep', 'one', 'two'], '"two" is not understood'],
  [['--sed'], "Unknown option '--sed'"],
  [['--port'], "Option '--port <value>' argument missing"],
])('%j is refused in one line', (args, words) => {
  const read = readOptions(args)
  expect(read).toMatchObject({ ok: false })
  if (read.ok) return
  expect(read.message).toContain(words)
  expect(read.message).not.toContain('\n')
})

test('--help tells of every option', () => {
  const read = readOptions(['--help'])
  expect(read).toHaveProperty('help')
  for (const name of ['--keep', '--seed', '--port', '--verbose']) {
    expect(JSON.stringify(read)).toContain(name)
  }
})
