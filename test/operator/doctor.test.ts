import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { examine } from '../../src/operator/doctor/doctor.ts'
import { judgeDisk, judgeNode } from '../../src/operator/doctor/look-at-machine.ts'
import { judgeUpdates } from '../../src/operator/doctor/look-at-updates.ts'
import { runCommand } from '../../src/operator/run-command.ts'
import { startTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startTestDesk()
  // Polling has begun, and Telegram was asked for all kinds of updates.
  await desk.sandbox.until(() => asked('getUpdates') > 0)
  await desk.sandbox.until(async () => (await fetch(`${desk.httpUrl()}/readyz`)).ok)
  // The last that a start tells Telegram: the commands of the staff group.
  await desk.sandbox.until(() =>
    desk.sandbox.calls.some(
      ({ method, params }) =>
        method === 'setMyCommands' && JSON.stringify(params['scope']).includes('"chat"'),
    ),
  )
})
afterAll(() => desk.close())

const asked = (method: string) => desk.sandbox.calls.filter((call) => call.method === method).length

const environment = (change: Record<string, string | undefined> = {}) => {
  const usual = {
    BOT_TOKEN: desk.sandbox.token,
    TELEGRAM_API_ROOT: desk.sandbox.apiRoot,
    DATABASE_URL: desk.db.url,
    STAFF_CHAT_ID: String(desk.forum.id),
    PORT: new URL(desk.httpUrl()).port,
  }
  return Object.assign(usual, change)
}

/** What the doctor prints, with the figures of this machine and this run taken out. */
async function seen(change: Record<string, string | undefined> = {}, now?: () => Date) {
  const verdict = await examine(environment(change), now)
  if (!verdict.ok) throw new Error(verdict.message)
  const text = verdict.output
    .replaceAll(String(desk.forum.id), '-100…')
    .replaceAll(new URL(desk.db.url).host + new URL(desk.db.url).pathname, '‹database›')
    .replaceAll(desk.httpUrl(), '‹desk›')
    .replace(/PostgreSQL [\d.]+/, 'PostgreSQL 18')
    .replace(/, \d+ MB/, ', 9 MB')
    .replace(process.versions.node, '20')
    .replace(String(process.pid), '7')
    .replace(/all \d+$/m, 'all 40')
  return { text, lines: text.split('\n'), isIll: verdict.isIll }
}

/** The line about a thing, with what to do about it. */
async function lineOf(what: string, change?: Record<string, string | undefined>, now?: () => Date) {
  const { lines } = await seen(change, now)
  const at = lines.findIndex((line) => line.slice(9).startsWith(`${what} `))
  const words = (line: string | undefined) => (line ?? '').replaceAll(/ {2,}/g, '  ').trim()
  const next = words(lines[at + 1])
  return next.startsWith('->') ? `${words(lines[at])}\n${next}` : words(lines[at])
}

test('a healthy desk is told of line by line, and nothing is touched', async () => {
  const polls = asked('getUpdates')
  const before = desk.sandbox.calls.length
  const { text, isIll } = await seen()
  expect(text).toBe(
    [
      'ok       Node.js            20',
      'ok       environment        every variable can be read',
      'ok       desk file          there is no ./desk.yaml, so the desk is the built-in one',
      'ok       token              of the bot "Sandbox desk" (@sandbox_desk_bot)',
      'ok       joining groups     allowed',
      'ok       privacy mode       off',
      'ok       staff group        "Support" (-100…), set by STAFF_CHAT_ID',
      'ok       writing there      the bot may',
      'ok       administrator      the bot is one',
      'ok       topics             switched on',
      'ok       manage topics      the bot may',
      'ok       pin messages       the bot may',
      'ok       polling            no webhook is in its way',
      'ok       at Telegram        nothing waits',
      'ok       kinds of updates   Telegram sends all that the desk needs',
      'ok       database           PostgreSQL 18 at ‹database›, 9 MB',
      'ok       migrations         all 40',
      'ok       desk               at work: process 7',
      'ok       its health         ‹desk›/readyz tells of no problem',
      'ok       inbox              nothing waits',
      'ok       outbox             nothing waits',
      'ok       disk               to be watched where the PostgreSQL of DATABASE_URL keeps its data',
      'ok       clock of Telegram  the same as that of this machine',
      'ok       clock of database  the same as that of this machine',
      '',
      'Nothing is wrong.',
    ].join('\n'),
  )
  expect(isIll).toBe(false)
  const methods = desk.sandbox.calls.slice(before).map(({ method }) => method)
  expect(methods.sort()).toEqual(['getChat', 'getChatMember', 'getMe', 'getWebhookInfo'])
  expect(asked('getUpdates')).toBe(polls)
})

describe('what is ill is named, with what to do', () => {
  afterEach(() => {
    desk.forum.chat().shape.type = 'supergroup'
    desk.forum.switchTopics(true)
    desk.forum.chat().botLacks = []
    desk.forum.chat().members.set(desk.sandbox.bot.id, 'administrator')
    desk.sandbox.world.ofBotFather = { mayJoinGroups: true, hearsAll: true }
  })

  test('the environment and what hangs on it; the rest goes on', async () => {
    const { text, isIll } = await seen({ BOT_TOKEN: undefined, PORT: 'many' })
    expect(isIll).toBe(true)
    expect(text).toContain(
      'WRONG    environment        BOT_TOKEN is missing: it must be the token that @BotFather gave, for example BOT_TOKEN=123456789:AAExampleOfAToken.\n' +
        '                            -> Correct it where the desk is started from, and start it again.\n' +
        'WRONG    environment        PORT is wrong ("many"): it must be a port number from 0 to 65535, for example PORT=3000.\n',
    )
    expect(text).toContain('-        token              not looked at: BOT_TOKEN cannot be read\n')
    expect(text).toContain('ok       database           PostgreSQL 18')
    expect(text).toMatch(/\n2 wrong, \d not looked at\.$/)
  })

  test('a desk file, with its line', async () => {
    expect(await lineOf('desk file', { DESK_FILE: '/nowhere/desk.yaml' })).toBe(
      'WRONG  desk file  DESK_FILE: /nowhere/desk.yaml cannot be read: there is no such file.\n' +
        '-> Correct it, see desk.example.yaml; a running desk reads it when it starts again.',
    )
  })

  test('a token that Telegram does not know, and a Telegram that does not answer', async () => {
    expect(await lineOf('token', { BOT_TOKEN: '1:wrong' })).toBe(
      'WRONG  token  Telegram does not know it (401: Unauthorized)\n' +
        '-> Send /mybots to @BotFather, choose the bot, "API Token", and set BOT_TOKEN to what it shows.',
    )
    expect(await lineOf('token', { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' })).toMatch(
      /^WRONG {2}token {2}Telegram cannot be asked \(not_sent: ECONNREFUSED .*\)\n-> Check the network, a firewall, and TELEGRAM_API_ROOT if it is set\.$/,
    )
  })

  test('what @BotFather was told', async () => {
    desk.sandbox.world.ofBotFather = { mayJoinGroups: false, hearsAll: false }
    expect(await lineOf('joining groups')).toBe(
      'ok  joining groups  not allowed, which does not matter: it is in the group',
    )
    expect(await lineOf('privacy mode')).toBe(
      'ok  privacy mode  on, which does not matter: the bot is an administrator',
    )
    desk.forum.chat().members.set(desk.sandbox.bot.id, 'member')
    expect(await lineOf('privacy mode')).toBe(
      'warning  privacy mode  on, so what agents answer does not reach the bot\n' +
        '-> Make the bot an administrator of the group: then it hears all that is written there.',
    )
    desk.forum.chat().members.set(desk.sandbox.bot.id, 'left')
    expect(await lineOf('joining groups')).toBe(
      'WRONG  joining groups  not allowed, so it cannot be added to the group\n' +
        '-> Send /setjoingroups to @BotFather, choose the bot, "Enable", and add it to the group.',
    )
  })

  test('a group that is another one, or none', async () => {
    expect(await lineOf('staff group', { STAFF_CHAT_ID: '-100777' })).toBe(
      'WRONG  staff group  -100777 (set by STAFF_CHAT_ID) is closed to the bot (400: Bad Request: chat not found)\n' +
        '-> Add the bot to the group as an administrator, or correct STAFF_CHAT_ID if it is set.',
    )
    expect(await lineOf('staff group', { STAFF_CHAT_ID: undefined })).toBe(
      'WRONG  staff group  none is set, so nobody answers\n' +
        '-> Start the desk, and write in the group what it prints: /setup and a code that stays the same.',
    )
  })

  test('each right by its name', async () => {
    desk.forum.chat().botLacks = ['can_manage_topics', 'can_pin_messages']
    desk.forum.switchTopics(false)
    const { text } = await seen()
    expect(text).toContain(
      [
        'WRONG    topics             switched off: what clients write waits',
        '                            -> In the group: its name, Edit, switch on "Topics".',
        'WRONG    manage topics      the bot may not: no ticket gets a new topic, and none is closed',
        '                            -> In the group: its name, Edit, Administrators, choose the bot, switch on "Manage topics".',
        'WRONG    pin messages       the bot may not: the cards of tickets are not pinned',
        '                            -> In the group: its name, Edit, Administrators, choose the bot, switch on "Pin messages".',
      ].join('\n'),
    )
    desk.forum.switchTopics(true)
    desk.forum.chat().members.set(desk.sandbox.bot.id, 'member')
    expect(await lineOf('administrator')).toBe(
      'WRONG  administrator  the bot is none: it does not hear what agents write\n' +
        '-> In the group: its name, Edit, Administrators, Add Admin, choose the bot, and switch on "Manage topics" and "Pin messages".',
    )
  })

  test('a database that is away, and one that nobody runs', async () => {
    const away = { DATABASE_URL: 'postgresql://somebody:secret@127.0.0.1:9/desk' }
    const { text } = await seen(away)
    expect(text).not.toContain('secret')
    expect(await lineOf('database', away)).toBe(
      'WRONG  database  Nothing answers at the PostgreSQL at 127.0.0.1:9: is it running, are host and port of DATABASE_URL right?\n' +
        '-> Put this right, and ask again: what stands in the database was not looked at.',
    )
    expect(text).toContain(
      '-        inbox              not looked at: the database does not answer',
    )
    const stopped = { DATABASE_URL: undefined, DATA_DIR: '/tmp/kvytok-no-such-folder' }
    expect(await lineOf('database', stopped)).toBe(
      'warning  database  no PostgreSQL runs in DATA_DIR=/tmp/kvytok-no-such-folder, since no desk does\n' +
        '-> Start the desk with npm start, and ask again; or set DATABASE_URL if it uses another.',
    )
    expect(await lineOf('disk', stopped)).toMatch(/free at \/tmp\/kvytok-no-such-folder/)
  })

  test('tables of another release', async () => {
    const { pool } = desk.db.database
    await pool.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
       values ('x', 'x', '20990101000000_later', now())`,
    )
    expect(await lineOf('migrations')).toBe(
      'warning  migrations  20990101000000_later of a newer release\n' +
        '-> Run the release that made it, or a newer one: this one may not know what it wrote.',
    )
    await pool.query(`delete from _prisma_migrations where id = 'x'`)
    const { rows } = await pool.query<{ id: string }>(
      `update _prisma_migrations set rolled_back_at = now()
       where migration_name = (select max(migration_name) from _prisma_migrations) returning id`,
    )
    expect(await lineOf('migrations')).toMatch(
      /^WRONG {2}migrations {2}\S+ missing\n-> Start the desk again in this release: it brings the database up to date\.$/,
    )
    await pool.query(`update _prisma_migrations set rolled_back_at = null where id = $1`, [
      rows[0]?.id,
    ])
  })

  test('what waits too long, and what was given up', async () => {
    const { pool } = desk.db.database
    await pool.query(
      `insert into inbound_update (bot_id, update_id, lane, payload, state, reason)
       values ($1, -5, 'misc', '{}', 'dead', 'Error: no')`,
      [desk.sandbox.bot.id],
    )
    await pool.query(
      `insert into outbox (dedup_key, lane, kind, payload, state, created_at, next_attempt_at)
       values ('doctor:1', 'doctor', 'say', '{}', 'retry', now() - interval '2 hours', now() + interval '1 day'),
              ('doctor:2', 'doctor', 'say', '{}', 'unknown', now(), null)`,
    )
    expect(await lineOf('inbox')).toBe(
      'warning  inbox  1 put aside, nothing waits\n' +
        '-> npm run desk -- dead list shows why, and dead retry or dead drop ends it.',
    )
    expect(await lineOf('outbox')).toBe(
      'WRONG  outbox  1 waiting, the oldest for 2 h\n' +
        '-> See "its health" above and docs/development.md, "Why a message waits".',
    )
    await pool.query(`delete from outbox where dedup_key = 'doctor:1'`)
    expect(await lineOf('outbox')).toBe(
      'warning  outbox  1 given up or of unknown fate, nothing waits\n' +
        '-> npm run desk -- outbox list shows why, and outbox retry or outbox drop ends it.',
    )
    await pool.query(`delete from outbox where dedup_key = 'doctor:2'`)
    await pool.query(`delete from inbound_update where update_id = -5`)
  })

  test('a clock that goes wrong', async () => {
    const late = (seconds: number) => () => new Date(Date.now() - seconds * 1_000)
    expect(await lineOf('clock of database', {}, late(90))).toMatch(
      /^WRONG {2}clock of database {2}this machine is (90|89) s behind it\n-> Let the clock of the machine be set by itself/,
    )
    expect(await lineOf('clock of Telegram', {}, late(-20))).toMatch(
      /^warning {2}clock of Telegram {2}this machine is (20|19) s ahead of it\n->/,
    )
  })

  test('a health that tells of a problem, and a desk elsewhere', async () => {
    desk.forum.chat().botLacks = ['can_pin_messages']
    const boss = desk.sandbox.person({ name: 'Boss' })
    desk.forum.addMember(boss, 'creator')
    desk.forum.limitBot(['can_pin_messages'], boss)
    await desk.sandbox.until(async () => !(await fetch(`${desk.httpUrl()}/readyz`)).ok)
    expect(await lineOf('its health')).toBe(
      'WRONG  its health  The bot lacks in the staff group: pin_messages\n' +
        '-> See "Alarms" in docs/operations.md.',
    )
    desk.forum.limitBot([], boss)
    await desk.sandbox.until(async () => (await fetch(`${desk.httpUrl()}/readyz`)).ok)
    expect(await lineOf('its health', { PORT: '9' })).toBe(
      '-  its health  not looked at: http://127.0.0.1:9/readyz does not answer; HOST and PORT must be those of the desk',
    )
  })
})

test('another program that takes the updates is told of by the desk, since only it can see it', async () => {
  const other = () => fetch(`${desk.sandbox.apiRoot}/bot${desk.sandbox.token}/getUpdates?timeout=0`)
  await desk.sandbox.until(async () => {
    await other()
    return !(await fetch(`${desk.httpUrl()}/readyz`)).ok
  })
  expect(await lineOf('its health')).toMatch(
    /^WRONG {2}its health {2}No updates arrive \(409: Conflict: .*\): another program fetches them with this BOT_TOKEN, end it\n-> See "Alarms" in docs\/operations\.md\.$/,
  )
})

describe('by webhook', () => {
  const now = new Date('2026-11-26T12:00:00Z')
  const telegram = { mode: 'webhook', publicUrl: 'https://desk.example.com', secret: 's' } as const
  const well = {
    url: 'https://desk.example.com/telegram',
    pending_update_count: 0,
    allowed_updates: [
      'message',
      'edited_message',
      'callback_query',
      'message_reaction',
      'my_chat_member',
      'chat_member',
    ],
  }
  const judged = (facts: object, circumstances: object = {}) =>
    judgeUpdates(
      Object.assign({}, well, facts),
      Object.assign({ telegram, isDeskAtWork: true, now }, circumstances),
    )
      .filter(({ mark }) => mark !== 'ok')
      .map(({ mark, found }) => `${mark}: ${found}`)

  test.each<[string, object, object, string[]]>([
    ['all is well', {}, {}, []],
    ['none', { url: '' }, {}, ['wrong: none is set']],
    ['none, and no desk', { url: '' }, { isDeskAtWork: false }, ['warning: none is set']],
    [
      'that of another program',
      { url: 'https://other.example.com/bot1:token' },
      {},
      ['wrong: set to https://other.example.com, which is not PUBLIC_URL'],
    ],
    [
      'a fresh error',
      { last_error_date: now.getTime() / 1_000 - 90, last_error_message: 'Connection refused' },
      {},
      ['wrong: the last error 1 min ago: Connection refused'],
    ],
    [
      'an error of hours ago',
      { last_error_date: now.getTime() / 1_000 - 7_300, last_error_message: 'Timed out' },
      {},
      ['warning: the last error 2 h ago: Timed out'],
    ],
    ['an error long over', { last_error_date: 1 }, {}, []],
    ['a crowd', { pending_update_count: 101 }, {}, ['warning: 101 updates wait']],
    ['a crowd for no desk', { pending_update_count: 101 }, { isDeskAtWork: false }, []],
    [
      'kinds that are left out',
      { allowed_updates: undefined },
      {},
      ['wrong: Telegram sends no message_reaction, chat_member'],
    ],
    [
      'a webhook where the desk polls',
      {},
      { telegram: { mode: 'polling' } },
      ['wrong: a webhook at https://desk.example.com is in its way'],
    ],
    [
      'the same while no desk is at work',
      {},
      { telegram: { mode: 'polling' }, isDeskAtWork: false },
      ['warning: a webhook at https://desk.example.com is in its way'],
    ],
  ])('%s', (_name, facts, circumstances, lines) => {
    expect(judged(facts, circumstances)).toEqual(lines)
  })
})

test.each([
  [2e9, true, 'ok', '2.0 GB free at ./data'],
  [5e8, true, 'warning', '500 MB free at ./data'],
  [2e8, true, 'wrong', '200 MB free at ./data'],
  [2e9, false, 'wrong', './data cannot be written to'],
])('a disk with %d bytes free, writable: %s', (freeBytes, isWritable, mark, found) => {
  expect(judgeDisk({ dataDir: './data', freeBytes, isWritable })).toMatchObject({ mark, found })
})

test('an old Node.js is wrong, a newer one is not', () => {
  expect(judgeNode('20.9.0', '20.19').mark).toBe('wrong')
  expect(judgeNode('20.19.0', '20.19').mark).toBe('ok')
  expect(judgeNode('22.1.0', '20.19').mark).toBe('ok')
})

test('a report that tells of something wrong ends with 1, and is what was asked for', async () => {
  expect(await runCommand(['doctor'], environment({ BOT_TOKEN: '1:wrong' }))).toMatchObject({
    code: 1,
    isReport: true,
  })
  expect(await runCommand(['doctor', 'now'], {})).toMatchObject({ code: 2 })
})
