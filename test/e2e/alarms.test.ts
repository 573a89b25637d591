import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { usualWatchLimits, type WatchLimits } from '../../src/services/watch/limits.ts'
import { readRules, ringing, scrape, type Series } from '../support/alarms.ts'
import { nothingWaits } from '../support/busy-desk.ts'
import { startTestDesk, webhookSecret, type TestDesk } from '../support/desk.ts'
import { openTicket, textOf, type OpenedTicket } from '../support/opened-ticket.ts'
import { startProxy, type TcpProxy } from '../support/tcp-proxy.ts'

/** All that has to last for a while before it is a problem does so for a moment. */
const quick: WatchLimits = {
  ...usualWatchLimits,
  everyMs: 200,
  refusedMs: 1_000,
  botRefusedMs: 500,
  unwrittenMs: 500,
  membersMs: 500,
  clockStillMs: 3_000,
  tellAgainMs: 0,
}

let desk: TestDesk

const soonMs = 20_000
const until = <T>(what: () => T | Promise<T>) => desk.sandbox.until(what, soonMs)

const problems = async () => {
  const response = await fetch(`${desk.httpUrl()}/readyz`)
  const body = (await response.json()) as { problems: string[] }
  expect(response.status).toBe(body.problems.length === 0 ? 200 : 503)
  return body.problems
}

const alarms = async (before: Series[] = []) => ringing(await scrape(desk), { before })

const rung = new Set<string>()

/**
 * The alarm rings by the rule of docs/alarms.yaml.
 *
 * @param than.limit in place of one that a test cannot reach
 */
async function rings(
  alarm: string,
  { before, limit }: { before?: Series[]; limit?: number } = {},
): Promise<void> {
  await until(async () => ringing(await scrape(desk), { before, limit }).includes(alarm))
  rung.add(alarm)
}

async function isSilent(alarm: string): Promise<void> {
  await until(async () => !(await alarms()).includes(alarm))
}

const names = (sentence: string | RegExp) =>
  until(async () => (await problems()).find((one) => isLike(one, sentence)))

const isReady = () => until(async () => (await problems()).length === 0)

function isLike(text: string, pattern: string | RegExp): boolean {
  return typeof pattern === 'string' ? text === pattern : pattern.test(text)
}

/** Lines of the log since the test began. */
const logged = (sentence: string | RegExp) =>
  desk.log.filter(({ message }) => isLike(message, sentence))

/** Once when it began, and once when it was over, after the last of it is ready again. */
async function isLoggedOnce(part: string, sentence: string | RegExp): Promise<void> {
  await until(() =>
    desk.log.some(
      ({ fields, message }) => fields['part'] === part && message === 'It is well again',
    ),
  )
  const lines = desk.log.filter(({ fields }) => fields['part'] === part)
  expect(lines.map(({ level }) => level)).toEqual(['error', 'info'])
  expect(lines[0]?.message).toMatch(sentence)
}

const general = (words: string) =>
  desk.forum.general.filter((one) => one.from?.is_bot === true && textOf(one).includes(words))

const told = (words: string) => until(() => general(words).at(-1))

describe('a desk that polls', () => {
  let proxy: TcpProxy
  let ticket: OpenedTicket

  beforeAll(async () => {
    desk = await startTestDesk({
      watching: quick,
      async route(target) {
        proxy = await startProxy({ target })
        return proxy.url
      },
    })
    const boss = desk.sandbox.person({ name: 'Boss', username: 'boss' })
    desk.forum.addMember(boss, 'administrator')
    boss.in(desk.forum).write('Good morning')
    ticket = await openTicket(desk)
    await isReady()
  })

  afterEach(async () => {
    desk.sandbox.faults.clear()
    proxy.release()
    await nothingWaits(desk)
    await isReady()
    desk.log.length = 0
  })

  afterAll(async () => {
    await desk.close()
    await proxy.close()
  })

  const sql = (text: string, values: unknown[] = []) => desk.db.database.pool.query(text, values)

  /** Until it is let go, everything that needs this statement's lock waits. */
  async function lock(text: string): Promise<() => Promise<void>> {
    const connection = await desk.db.database.pool.connect()
    await connection.query('begin')
    await connection.query(text)
    return async () => {
      await connection.query('rollback')
      connection.release()
    }
  }

  test('a quiet desk rings nothing, and says nothing', async () => {
    expect(await alarms()).toEqual([])
    expect(await problems()).toEqual([])
    expect(desk.log.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('what Telegram refuses for long: the place, the reason, people; and that it is over', async () => {
    desk.sandbox.faults.add({
      kind: 'status',
      method: 'sendMessage',
      chatId: ticket.client.id,
      code: 429,
      description: 'Too Many Requests: retry after 2',
      parameters: { retry_after: 2 },
      times: 1_000,
    })
    ticket.say('Held up')
    const sentence =
      /^Telegram has refused messages for 1 place for 1 min \(429: Too Many Requests: retry after 2\): they wait, see KvytokMessagesRefused in docs\/operations\.md$/
    await names(sentence)
    expect(textOf(await told('has refused messages'))).toBe(
      '⚠️ @boss, Telegram has refused messages for 1 place for 1 min: 429: Too Many Requests: retry after 2. They wait in their order and go out as soon as it takes them; nobody needs to write anything again.',
    )
    await rings('KvytokMessagesRefused', { limit: 1 })
    await sql(
      `update outbox set created_at = created_at - interval '10 minutes' where state = 'retry'`,
    )
    await rings('KvytokMessagesWait')
    await names(/^Messages have waited for 10 min to be sent: see KvytokMessagesWait in docs/)
    const delayed = (await scrape(desk)).find(({ metric }) => metric === 'kvytok_outbox_delayed')
    expect(delayed?.value).toBe(1)
    desk.sandbox.faults.clear()
    await ticket.clientReads('Held up')
    await told('✅ Telegram takes messages again: what waited goes out now.')
    await isReady()
    await isSilent('KvytokMessagesWait')
    await isLoggedOnce('messages', sentence)
    expect(general('has refused messages')).toHaveLength(1)
  })

  test('many answers 429', async () => {
    const before = await scrape(desk)
    desk.sandbox.faults.add({
      kind: 'status',
      method: 'sendMessage',
      chatId: ticket.client.id,
      code: 429,
      description: 'Too Many Requests: retry after 0.01',
      parameters: { retry_after: 0.01 },
      times: 12,
    })
    ticket.say('Flooded')
    await rings('KvytokFloods', { before })
    await ticket.clientReads('Flooded')
    const calls = (await scrape(desk)).find(
      ({ metric, labels }) =>
        metric === 'kvytok_telegram_calls_total' &&
        labels['method'] === 'sendMessage' &&
        labels['outcome'] === 'flood',
    )
    expect(calls?.value).toBeGreaterThanOrEqual(12)
  })

  test('a message that is given up and told to nobody', async () => {
    const before = await scrape(desk)
    desk.sandbox.faults.add({
      kind: 'status',
      method: 'sendMessage',
      chatId: ticket.client.id,
      code: 400,
      description: 'Bad Request: VOICE_MESSAGES_FORBIDDEN',
      times: 1_000,
    })
    // What an agent wrote is told where he wrote it, and rings nothing.
    const said = ticket.say('To nobody')
    await until(() => ticket.topic().reaction(said) === '💔')
    expect(await alarms(before)).not.toContain('KvytokMessagesGivenUp')
    ticket.client.write('/help')
    await rings('KvytokMessagesGivenUp', { before })
    expect(textOf(await told('given up'))).toBe(
      '⚠️ @boss, 1 message did not arrive and was given up. The operator sees which one with npm run desk -- outbox list',
    )
    await until(async () => {
      const kept = (await scrape(desk)).filter(({ metric }) => metric === 'kvytok_outbox_given_up')
      const counts = kept.map(({ labels, value }) => `${String(labels['state'])} ${String(value)}`)
      return counts.join() === 'dead 2,unknown 0'
    })
    expect(await problems()).toEqual([])
    expect(logged('An effect was not delivered').length).toBeGreaterThanOrEqual(2)
    await until(() => general('given up').length === 1)
  })

  test('what waits to be handled', async () => {
    const letGo = await lock('lock table message in exclusive mode')
    ticket.client.write('Waits behind a lock')
    await until(async () => {
      const { rowCount } = await sql(
        `update inbound_update set received_at = now() - interval '3 minutes' where state = 'pending'`,
      )
      return rowCount === 1
    })
    await rings('KvytokUpdatesWait')
    await names(
      /^What people wrote has waited for 3 min to be handled: the log says why, see KvytokUpdatesWait in docs/,
    )
    expect(textOf(await told('waiting for'))).toBe(
      '⚠️ @boss, what people write has been waiting for 3 min to be handled. Nothing is lost, but the operator must look now: npm run desk -- doctor',
    )
    await letGo()
    await ticket.staffReads('Waits behind a lock')
    await told('✅ What people write is handled at once again.')
    await isSilent('KvytokUpdatesWait')
    await isLoggedOnce('inbox', /^What people wrote has waited for 3 min/)
  })

  test('a row that nobody holds and nobody can take up', async () => {
    const { rows } = await sql(
      `insert into outbox (dedup_key, lane, kind, payload, state, claimed_by, attempts, created_at)
       select 'stale', 'person:' || c.person_id, 'say', jsonb_build_object('kind', 'say',
         'place', jsonb_build_object('kind', 'person', 'personId', c.person_id),
         'content', jsonb_build_object('text', 'Nobody held me', 'entities', '[]'::jsonb)),
         'sending', 'a run that is gone', 1, now() - interval '1 minute'
       from contact_point c where c.address = $1 returning id`,
      [String(ticket.client.id)],
    )
    const letGo = await lock(
      `select from outbox where id = ${String((rows[0] as { id: number }).id)} for update`,
    )
    await rings('KvytokRowsStale')
    await names(
      "1 stored rows wait in nobody's hands: restart the desk if it stays so for a minute",
    )
    await letGo()
    await ticket.clientReads('Nobody held me')
    await isReady()
    await isSilent('KvytokRowsStale')
    await isLoggedOnce('stale', /^1 stored rows wait/)
  })

  test('a reminder that fails each time is late; nothing else is', async () => {
    await sql(
      `insert into timer (ticket_number, kind, fires_at, ticket_version)
       select number, 'reminder', now() - interval '5 minutes', version from ticket`,
    )
    await rings('KvytokTimersFailing')
    await rings('KvytokTimersLate')
    expect(await problems()).toEqual([])
    expect(textOf(await told('is due and fails'))).toBe(
      '⚠️ @boss, 1 reminder or deadline is due and fails; the desk keeps trying. The operator finds the reason in the log under “Something due failed”.',
    )
    expect(logged(/^Something due failed/)[0]?.fields).toMatchObject({ what: 'timer' })
    await sql(`delete from timer where kind = 'reminder'`)
    await told('✅ The reminders and deadlines that failed have been dealt with.')
    await isSilent('KvytokTimersFailing')
    await isSilent('KvytokTimersLate')
  })

  test('a clock that cannot look', async () => {
    await sql('alter table held_message rename to held_message_away')
    await rings('KvytokTimersStill')
    const sentence =
      'Reminders and deadlines stand still, because what is due cannot be looked at: the log says why'
    await names(sentence)
    await sql('alter table held_message_away rename to held_message')
    await isReady()
    await isSilent('KvytokTimersStill')
    await isLoggedOnce('timers', sentence)
  })

  test('another program that polls', async () => {
    desk.sandbox.faults.add({
      kind: 'status',
      method: 'getUpdates',
      code: 409,
      description: 'Conflict: terminated by other getUpdates request',
      times: 2,
    })
    ticket.client.write('Ends the poll that waits')
    await rings('KvytokNoUpdates')
    const sentence =
      /^No updates arrive \(409: Conflict: .*\): another program fetches them with this BOT_TOKEN, end it$/
    await names(sentence)
    await isReady()
    await isSilent('KvytokNoUpdates')
    await isLoggedOnce('updates', sentence)
  })

  test('a bot that Telegram refuses', async () => {
    desk.sandbox.faults.add({
      kind: 'status',
      method: 'sendMessage',
      code: 401,
      description: 'Unauthorized',
      times: 1_000,
    })
    desk.sandbox.faults.add({
      kind: 'status',
      method: 'getUpdates',
      code: 500,
      description: 'Internal Server Error',
      lastsMs: 3_000,
    })
    ticket.say('To a bot that is unknown')
    await rings('KvytokBotRefused')
    await names(/^Telegram refuses the bot itself \(401: Unauthorized\): check BOT_TOKEN and/)
    desk.sandbox.faults.clear()
    await ticket.clientReads('To a bot that is unknown')
    await isSilent('KvytokBotRefused')
    expect(logged(/^Telegram refuses the bot itself \(401/)).toHaveLength(1)
    expect(logged('Telegram knows the bot again')).toHaveLength(1)
  })

  test('a right that is missing', async () => {
    desk.forum.limitBot(['can_pin_messages'], ticket.agent)
    await rings('KvytokRightsMissing')
    await names('The bot lacks in the staff group: pin_messages')
    await told('It may not pin messages')
    desk.forum.limitBot([], ticket.agent)
    await told('has all it needs')
    await isSilent('KvytokRightsMissing')
    expect(logged('The bot lacks rights in the staff group')).toHaveLength(1)
  })

  test('agents of whom Telegram does not tell', async () => {
    const newcomer = desk.sandbox.person({ name: 'Petro' })
    desk.forum.addMember(newcomer)
    for (const method of ['getChatMember', 'getChatAdministrators']) {
      desk.sandbox.faults.add({
        kind: 'status',
        method,
        code: 400,
        description: 'Bad Request: CHAT_ADMIN_REQUIRED',
        times: 1_000,
      })
    }
    await desk.restart()
    newcomer.in(desk.forum).write('Who am I?', { topic: ticket.topic() })
    await rings('KvytokMembersUnknown')
    await names(
      /^(An update waits to know who wrote it|\d+ updates wait to know who wrote them): make the bot an administrator of the staff group$/,
    )
    // The watch looks every now and then: what is over before its look is in no log.
    await until(() => logged(/to know who wrote/).length > 0)
    desk.sandbox.faults.clear()
    desk.forum.limitBot([], ticket.agent)
    await isSilent('KvytokMembersUnknown')
    await isReady()
    await isLoggedOnce('members', /to know who wrote/)
  })

  test('an update that cannot be handled is an alarm, and no reason to take the desk out', async () => {
    await sql(`
      create function refuse_words() returns trigger language plpgsql as $$ begin
        if to_jsonb(new)::text like '%BOOM%' then raise exception 'refused'; end if;
        return new;
      end $$;
      create trigger refuse_words before insert on message
      for each row execute function refuse_words()`)
    ticket.say('BOOM')
    await rings('KvytokUpdatesDead')
    await sql('drop function refuse_words() cascade')
    await until(() => ticket.topic().texts.some((text) => text.includes('Not done: an error')))
    expect(await problems()).toEqual([])
    expect(logged(/^An update was put aside/)).toHaveLength(1)
    const ended = (await scrape(desk)).filter(({ metric }) => metric === 'kvytok_updates_total')
    expect(ended.map(({ labels }) => labels['outcome'])).toEqual(['done', 'ignored', 'dead'])
    expect(ended[2]?.value).toBe(1)
    await sql(`update inbound_update set state = 'ignored' where state = 'dead'`)
    await isSilent('KvytokUpdatesDead')
  })

  test('a database that is away, and one that hangs: all that is known without it is shown', async () => {
    desk.sandbox.faults.add({
      kind: 'delay',
      ms: 1_000,
      method: 'sendMessage',
      chatId: ticket.client.id,
    })
    ticket.say('On its way')
    await until(
      async () => (await sql(`select from outbox where state = 'sending'`)).rowCount === 1,
    )
    proxy.refuse()
    await ticket.clientReads('On its way')
    await rings('KvytokMessagesUnwritten')
    await rings('KvytokDatabaseDown')
    const sentence =
      'The database does not answer: check that PostgreSQL runs and can be reached; what people write waits'
    await names(sentence)
    await names(
      /^What became of 1 messages cannot be written to the database: check it and its disk$/,
    )
    proxy.release()
    await isReady()
    await isSilent('KvytokMessagesUnwritten')
    await isSilent('KvytokDatabaseDown')
    await isLoggedOnce('database', sentence)

    proxy.hold()
    await until(async () => (await alarms()).includes('KvytokDatabaseDown'))
    const began = performance.now()
    const shown = await scrape(desk)
    expect(shown.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['kvytok_outbox_size', 'kvytok_right_missing', 'kvytok_problem']),
    )
    expect(shown.map(({ metric }) => metric)).not.toContain('kvytok_inbox_dead')
    expect((await fetch(`${desk.httpUrl()}/healthz`)).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(15_000)
  })
})

describe('a desk whose updates Telegram brings', () => {
  beforeAll(async () => {
    desk = await startTestDesk({ mode: 'webhook', watching: quick })
    await isReady()
  })

  test('calls of strangers are counted, and no reason to take the desk out', async () => {
    const before = await scrape(desk)
    const post = (secret: string, body: string) =>
      fetch(`${desk.httpUrl()}/telegram`, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': secret },
        body,
      })
    expect((await post('guessed', '{}')).status).toBe(403)
    expect((await post(webhookSecret, 'not JSON')).status).toBe(400)
    await rings('KvytokWebhookRefused', { before })
    const refused = (await scrape(desk)).filter(
      ({ metric, value }) => metric === 'kvytok_webhook_refused_total' && value > 0,
    )
    expect(refused.map(({ labels, value }) => [labels['reason'], value])).toEqual([
      ['secret', 1],
      ['not_json', 1],
    ])
    expect(await problems()).toEqual([])
    expect(ringing(await scrape(desk), { before: await scrape(desk) })).toEqual([])
  })

  test('a webhook that another program took away', async () => {
    const root = `${desk.sandbox.apiRoot}/bot${desk.sandbox.token}`
    await fetch(`${root}/deleteWebhook`)
    await rings('KvytokNoUpdates')
    const sentence =
      'Telegram brings no updates, because another program took the webhook away: end that program, then restart the desk'
    await names(sentence)
    await fetch(`${root}/setWebhook?url=http://127.0.0.1:9/elsewhere`)
    await names(
      'Telegram brings the updates to another address: end the program that set it, then restart the desk',
    )
    await desk.restart()
    await isReady()
    await isSilent('KvytokNoUpdates')
  })

  test('a desk that is not there', async () => {
    await desk.close()
    await rings('KvytokDown')
  })
})

describe('a desk with a database of its own and no group', () => {
  test('names the group that is missing and the disk that is nearly full', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kvytok-alarms-'))
    const limits = { ...quick, diskFreeBytes: 2 ** 60 }
    desk = await startTestDesk({ watching: limits, embeddedIn: folder, isGroupSet: false })
    try {
      await rings('KvytokNoGroup')
      await names(
        'There is no staff group yet: write the /setup line of the log in it as its administrator',
      )
      const sentence = await names(
        /^Only \d+ MB are free on the disk of DATA_DIR: make room before/,
      )
      const code = /"\/setup ([\w-]+)"/.exec(
        logged(/^No staff group is set/)[0]?.message ?? '',
      )?.[1]
      const boss = desk.sandbox.person({ name: 'Boss', username: 'boss' })
      desk.forum.addMember(boss, 'creator')
      boss.in(desk.forum).write(`/setup ${String(code)}`)
      await isSilent('KvytokNoGroup')
      const [, megabytes] = /Only (\d+) MB/.exec(sentence) ?? []
      expect(textOf(await told('MB left'))).toMatch(
        /^⚠️ @boss, the desk’s disk has only \d+ MB left\. When it is full, nothing can be stored any more: the operator must make room now\.$/,
      )
      const shown = (await scrape(desk)).find(({ metric }) => metric === 'kvytok_disk_free_bytes')
      expect(Math.abs((shown?.value ?? 0) / 2 ** 20 - Number(megabytes))).toBeLessThan(1_000)
      await rings('KvytokDiskLow', { limit: 2 ** 60 })
      limits.diskFreeBytes = 0
      await told('✅ The desk’s disk has room again.')
      await isReady()
      await isLoggedOnce('disk', /^Only \d+ MB are free/)
    } finally {
      await desk.close()
      await rm(folder, { recursive: true, force: true })
    }
  })
})

test('each alarm rang once', () => {
  expect(
    readRules()
      .map(({ alert }) => alert)
      .filter((alert) => !rung.has(alert)),
  ).toEqual([])
})
