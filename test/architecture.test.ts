import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

interface Report {
  modules: { source: string }[]
  summary: {
    violations: { rule: { name: string }; from: string; to: string }[]
    ruleSetUsed: { forbidden: { name: string }[] }
  }
}

const root = join(import.meta.dirname, '..')

const folders = ['src', 'sandbox', 'demo', 'bench', 'scripts', 'test']

test('every folder of code keeps the fences of docs/architecture.md', async () => {
  const { summary } = await cruise(root)
  expect(summary.violations.map(inWords)).toEqual([])
})

test('the check of the fences reads every file there is', async () => {
  const { modules } = await cruise(root)
  const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path)
  const isOurs = (path: string) => folders.some((folder) => path.startsWith(`${folder}/`))
  const read = modules.map(({ source }) => source)
  const present = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true })
      const files = names.filter(isCode).map((name) => `${folder}/${name}`)
      expect(files, folder).not.toEqual([])
      return files
    }),
  )
  expect(read.filter((path) => isOurs(path) && isCode(path)).sort()).toEqual(present.flat().sort())
})

/** rule -> the file that breaks it and its one import */
const planted: Record<string, [file: string, specifier: string]> = {
  'no-cycles': ['src/domain/loop-back.ts', './loop.ts'],
  'nothing-unresolved': ['src/domain/lost.ts', './nowhere.ts'],
  'no-development-packages': ['src/http/develop.ts', 'vitest'],
  'no-undeclared-packages': ['src/http/undeclared.ts', 'stranger'],
  'src-stands-alone': ['src/http/sandbox-user.ts', '../../sandbox/server.ts'],
  'root-holds-four-files': ['src/start-mail.ts', './services/close.ts'],
  'nothing-imports-main': ['src/http/main-user.ts', '../main.ts'],
  'domain-imports-only-domain': ['src/domain/reads-files.ts', 'node:fs'],
  'views-are-pure': ['src/bot/views/card.ts', '../../services/close.ts'],
  'desk-imports-only-its-neighbours': ['src/desk/load.ts', '../services/close.ts'],
  'locales-imports-only-its-neighbours': ['src/locales/text.ts', '../services/close.ts'],
  'storage-imports-only-its-neighbours': ['src/storage/rows.ts', '../services/close.ts'],
  'services-imports-only-its-neighbours': ['src/services/tell.ts', '../bot/create-bot.ts'],
  'scenes-imports-only-its-neighbours': ['src/scenes/rate.ts', '../storage/sql.ts'],
  'bot-imports-only-its-neighbours': ['src/bot/menu.ts', '../storage/sql.ts'],
  'client-looks-down': ['src/bot/client/asks-staff.ts', '../staff/index.ts'],
  'staff-looks-down': ['src/bot/staff/asks-client.ts', '../client/index.ts'],
  'scenes-looks-down': ['src/scenes/presses.ts', '../bot/client/index.ts'],
  'telling-looks-down': ['src/bot/telling/enters.ts', '../../scenes/stage.ts'],
  'update-looks-down': ['src/bot/update/tells.ts', '../telling/tell.ts'],
  'telegram-looks-down': ['src/bot/telegram/reads.ts', '../update/read-written.ts'],
  'commands-looks-down': ['src/bot/commands/calls.ts', '../telegram/polling.ts'],
  'views-looks-down': ['src/bot/views/lists.ts', '../commands/menus.ts'],
  'buttons-looks-down': ['src/bot/buttons/shows.ts', '../create-bot.ts'],
  'bot-is-laid-in-layers': ['src/bot/mail/read.ts', '../../services/close.ts'],
  'bot-imports-nothing-from-the-folder-above': [
    'src/bot/telegram/deliver/polls.ts',
    '../polling.ts',
  ],
  'http-imports-only-its-neighbours': ['src/http/health.ts', '../storage/sql.ts'],
  'operator-imports-only-its-neighbours': [
    'src/operator/doctor/polls.ts',
    '../../bot/telegram/polling.ts',
  ],
  'only-doctor-looks-through-the-bot': [
    'src/operator/rings.ts',
    '../bot/telegram/calls/transport.ts',
  ],
  'nothing-imports-operator': ['src/services/ask.ts', '../operator/dead.ts'],
  'sandbox-imports-only-what-it-stands-on': ['sandbox/desk-user.ts', '../src/run-desk.ts'],
  'page-knows-only-the-protocol': ['sandbox/page/src/reads-state.ts', '../../server.ts'],
  'sandbox-serves-the-page-unread': ['sandbox/page-user.ts', './page/src/app.ts'],
  'demo-imports-only-what-it-stands-on': ['demo/skips-the-desk.ts', '../src/services/close.ts'],
  'bench-imports-only-what-it-stands-on': ['bench/plays.ts', '../demo/start-demo.ts'],
  'scripts-imports-only-what-it-stands-on': ['scripts/measures.ts', '../bench/table.ts'],
  'only-storage-knows-the-database': ['src/services/query.ts', 'pg'],
  'only-storage-knows-the-prisma-client': [
    'src/services/model.ts',
    '../storage/generated/client.ts',
  ],
  'only-bot-and-scenes-know-telegraf': ['src/services/greet.ts', 'telegraf'],
  'only-http-knows-fastify': ['src/services/serve.ts', 'fastify'],
  'only-timers-know-node-cron': ['src/services/tick.ts', 'node-cron'],
  'only-desk-knows-yaml': ['src/services/parse.ts', 'yaml'],
  'only-locales-know-fluent': ['src/services/speak.ts', '@fluent/bundle'],
}

test('each fence reports what breaks it', async () => {
  const tree = await mkdtemp(join(tmpdir(), 'fences-'))
  try {
    await plantViolations(tree)
    const { summary } = await cruise(tree)
    const found = new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))
    const expected = Object.entries(planted).map(([rule, [file]]) => `${rule}: ${file}`)
    expect(expected.filter((one) => !found.has(one))).toEqual([])
    const rules = summary.ruleSetUsed.forbidden.map(({ name }) => name)
    expect(Object.keys(planted).sort()).toEqual(rules.sort())
  } finally {
    await rm(tree, { recursive: true })
  }
})

test('files and folders are named after what they hold, not after a kind of code', async () => {
  const vague = /^(utils?|helpers?|common|types|constants|manager|misc|shared|lib)(\.|$)/
  const names = await Promise.all(
    folders.map((folder) => readdir(join(root, folder), { recursive: true })),
  )
  expect(names.flat().filter((name) => vague.test(basename(name)))).toEqual([])
})

/** What `npm run check:imports` reports when it runs in a folder. */
async function cruise(folder: string): Promise<Report> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const [, ...given] = (scripts['check:imports'] ?? '').split(' ')
  const config = join(root, '.dependency-cruiser.mjs')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...given.map((word) => (word === '.dependency-cruiser.mjs' ? config : word)),
      '--output-type',
      'json',
      '--no-progress',
    ],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout) as Report
}

async function plantViolations(tree: string): Promise<void> {
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(tree, file)), { recursive: true })
    await writeFile(join(tree, file), text)
  }
  const plain = [
    'src/main.ts',
    'src/services/close.ts',
    'src/bot/create-bot.ts',
    'src/bot/client/index.ts',
    'src/bot/staff/index.ts',
    'src/scenes/stage.ts',
    'src/bot/telling/tell.ts',
    'src/bot/update/read-written.ts',
    'src/bot/telegram/polling.ts',
    'src/bot/telegram/calls/transport.ts',
    'src/bot/commands/menus.ts',
    'src/operator/dead.ts',
    'src/storage/sql.ts',
    'src/storage/generated/client.ts',
    'src/run-desk.ts',
    'sandbox/server.ts',
    'sandbox/page/src/app.ts',
    'demo/start-demo.ts',
    'bench/table.ts',
    'test/desk.test.ts',
  ]
  for (const file of plain) await write(file, 'export const value = 1\n')
  await write('src/domain/loop.ts', "export { Own as Value } from './loop-back.ts'\n")
  for (const [file, specifier] of Object.values(planted)) {
    await write(file, `import type { Value } from '${specifier}'\nexport type Own = Value\n`)
  }
  // A type may come from a development package; a value may not.
  await write('src/http/develop.ts', "export { test } from 'vitest'\n")

  const declared = ['pg', 'telegraf', 'fastify', 'node-cron', 'yaml', '@fluent/bundle']
  for (const name of [...declared, 'vitest', 'stranger']) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    await write(`node_modules/${name}/index.js`, 'exports.value = 1\n')
  }
  const dependencies = Object.fromEntries(declared.map((name) => [name, '*']))
  await write('package.json', JSON.stringify({ dependencies, devDependencies: { vitest: '*' } }))
}

function inWords({ rule, from, to }: Report['summary']['violations'][number]): string {
  return `${rule.name}: ${from} -> ${to}`
}
