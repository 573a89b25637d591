import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { laneOf, slotOf, type Outgoing } from '../../src/services/notifier/outgoing.ts'
import { loadPeople } from '../../src/services/telegram/load-people.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

// Of a filled database before the migration: Ann and Bo are people whose numbers and chats cross.
const ann = { id: 5, chat: 7_000_000_001, username: 'ann', reachable: true }
const bo = { id: 6, chat: 5, username: null, reachable: false }
const cy = { id: 7, chat: 6, username: null, reachable: true }
const people = [ann, bo, cy]
/** A supervisor, or somebody whose first update failed: the desk knows no such client. */
const strangerChat = 909
const staffChat = -1001

const waiting = ['pending', 'sending', 'retry', 'dead', 'unknown'] as const
const over = ['sent', 'merged'] as const

type Row = Record<string, unknown>

const toChat = (chatId: number) => ({ kind: 'person', chatId })
const content = { text: 'Hello', entities: [], buttons: [[{ label: 'x', data: 'y' }]] }
const written = { chatId: staffChat, messageId: 4 }

/** An effect of every kind that goes to a person, as releases before the migration stored it. */
const toPerson = (chatId: number): Row[] => [
  { kind: 'say', place: toChat(chatId), content, message: 1, mark: written },
  {
    kind: 'say',
    place: toChat(chatId),
    content,
    replyTo: { chatId, messageId: 9 },
    hold: { kind: 'quiet', until: '2027-01-01T00:00:00Z' },
  },
  { kind: 'put', place: toChat(chatId), slot: `settings:${String(chatId)}`, content },
  { kind: 'put', place: toChat(chatId), slot: `slower:${String(chatId)}@26-11`, content },
  { kind: 'put', place: toChat(chatId), slot: 'rating:12:1', content },
  { kind: 'release', place: toChat(chatId), slot: `settings:${String(chatId)}` },
  {
    kind: 'copy',
    place: toChat(chatId),
    from: { chatId: staffChat, messageIds: [4, 5] },
    message: 1,
    mark: written,
    part: 'last',
  },
  {
    kind: 'files',
    place: toChat(chatId),
    files: [{ kind: 'photo', fileId: 'f' }],
    caption: content,
  },
  {
    kind: 'revise',
    place: toChat(chatId),
    message: 1,
    content,
    mark: written,
    unsent: { kind: 'say', place: toChat(chatId), content, message: 1, mark: written },
  },
  { kind: 'unsend', place: toChat(chatId), message: 1, at: written },
  { kind: 'strip', place: toChat(chatId), at: { chatId, messageId: 9 } },
]

/** What goes elsewhere, which stays as it is. */
const elsewhere: Row[] = [
  { kind: 'say', place: { kind: 'topic', ticketNumber: 12 }, content },
  { kind: 'put', place: { kind: 'topic', ticketNumber: 12 }, slot: 'card:12', content },
  { kind: 'say', place: { kind: 'staff' }, content },
  { kind: 'say', place: { kind: 'chat', chatId: staffChat, threadId: 3 }, content },
  {
    kind: 'copy',
    place: { kind: 'topic', ticketNumber: 12 },
    from: { chatId: ann.chat, messageIds: [8] },
    message: 1,
  },
  {
    kind: 'react',
    place: { kind: 'chat', chatId: ann.chat, threadId: null },
    at: { chatId: ann.chat, messageId: 8 },
    emoji: '👌',
  },
  { kind: 'answer', callbackId: '77' },
  { kind: 'topic', ticketNumber: 12, icon: 'x' },
  { kind: 'leave', chatId: -5 },
]

const attachment = {
  kind: 'photo',
  fileId: 'f',
  fileUniqueId: 'u',
  name: null,
  mime: null,
  sizeBytes: 7,
}
const held = {
  text: 'And one more',
  entities: [],
  attachments: [attachment],
  places: [{ chatId: ann.chat, messageId: 8 }],
  replyTo: null,
  sentAt: '2026-11-25T10:00:00.000Z',
}

let given: TestDatabase
let before: { id: number; payload: Row; lane: string; slot: string | null; state: string }[]

const rowsOf = async <One = Row>(text: string, ...values: unknown[]): Promise<One[]> => {
  const { rows } = await given.database.pool.query({ text, values })
  return rows as One[]
}

/** The lane an effect had: its chat stood where its person stands now. */
const formerLane = (effect: Row): string => {
  const place = effect['place'] as { kind?: string; chatId?: number } | undefined
  const { slot } = effect
  const isCard = typeof slot === 'string' && slot.startsWith('card:')
  if (place?.kind === 'person' && !isCard) return `person:${String(place.chatId)}`
  return laneOf(effect as Outgoing)
}

async function put(effects: Row[], state: string): Promise<void> {
  for (const effect of effects) {
    await rowsOf(
      `insert into outbox (dedup_key, lane, kind, payload, slot, state, error, attempts)
       values ('t:' || (select count(*) from outbox), $1, $2, $3, $4, $5, 'as it was', 2)`,
      formerLane(effect),
      effect['kind'],
      JSON.stringify(effect),
      slotOf(effect as Outgoing),
      state,
    )
  }
}

/** Brings an empty database up to the migration before this one, and fills it. */
async function fill(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kvytok-migrations-'))
  await cp('prisma/migrations', folder, { recursive: true })
  const names = (await readdir(folder)).filter((name) => /^\d+_/.test(name)).sort()
  const first = names.findIndex((name) => name.endsWith('_contact_points'))
  for (const name of names.slice(first)) await rm(join(folder, name), { recursive: true })
  await rowsOf('drop schema public cascade')
  await rowsOf('create schema public')
  await migrate({ database: given.database, url: given.url, folder } as Parameters<
    typeof migrate
  >[0])
  await rm(folder, { recursive: true })
  for (const { id, chat, username, reachable } of people) {
    await rowsOf(
      `insert into person (id, telegram_user_id, name, username, reachable, language_code, timezone,
         quiet_from, quiet_to, muted, created_at)
       values ($1, $2, 'Name ' || $1::int, $3, $4, 'uk', 'Europe/Kyiv', 60, 120, '{works}',
         '2026-01-02T03:04:05Z')`,
      id,
      chat,
      username,
      reachable,
    )
  }
  await rowsOf(
    `insert into ticket (number, type_key, subject, priority, requester_id, entered_at, key_data,
       draft_id, created_at) values (12, 'problem', 'No sound', 'normal', $1, now(), '{}', 'd', now())`,
    ann.id,
  )
  await rowsOf(
    `insert into message (id, ticket_number, seq, kind, author, person_id, purpose, text, sent_at)
     values (1, 12, 1, 'public', 'client', $1, 'description', 'It is silent', now())`,
    ann.id,
  )
  await rowsOf(
    `insert into attachment (message_id, position, kind, file_id, file_unique_id, size_bytes)
     values (1, 1, 'photo', 'f', 'u', 7), (1, 2, 'poll', null, null, null)`,
  )
  await rowsOf(`insert into message_copy values ($1, 8, 1, true, null)`, ann.chat)
  await rowsOf(
    `insert into slot (key, chat_id, message_id, content) select k.key, k.chat, k.message, '{}'
     from unnest($1::text[], $2::bigint[], $3::int[]) as k(key, chat, message)`,
    [
      ...people.flatMap(({ chat }) => [`settings:${String(chat)}`, `slower:${String(chat)}@26-11`]),
      'rating:12:1',
      `held:${String(staffChat)}/4`,
      `undelivered:${String(staffChat)}/5`,
      'card:12',
    ],
    [...people.flatMap(({ chat }) => [chat, chat]), ann.chat, staffChat, staffChat, staffChat],
    [11, 12, 21, 22, 31, 32, 41, 42, 43, 44],
  )
  await rowsOf(
    `insert into held_message (person_id, content, held_at) values ($1, $2, now())`,
    ann.id,
    JSON.stringify(held),
  )
  await rowsOf(
    `insert into album (chat_id, media_group_id, message_id, content, at) values ($1, 'g', 8, $2, now())`,
    ann.chat,
    JSON.stringify({ ...held, captions: [{ messageId: 8, text: 'x', entities: [] }] }),
  )
  await rowsOf(
    `insert into dialogue (key, state) values ('user:' || $1::bigint, '{"a": 1}')`,
    ann.chat,
  )
  await rowsOf(`insert into setting (key, value) values ('staff_chat', '-1001')`)
  await rowsOf(
    `insert into inbound_update (bot_id, update_id, lane, payload)
     values (1, 1, 'user:' || $1::bigint, '{}')`,
    ann.chat,
  )
  for (const state of [...waiting, ...over]) {
    for (const chat of [...people.map((one) => one.chat), strangerChat]) {
      await put(toPerson(chat), state)
    }
    await put(elsewhere, state)
  }
}

const outboxRows = () =>
  rowsOf<(typeof before)[number]>(
    'select id, payload, lane, slot, state::text from outbox order by id',
  )

/** What a row says now: people by number where their chat is known. */
function asNow(effect: Row): Row {
  const place = effect['place'] as { kind?: string; chatId?: number } | undefined
  const slot = effect['slot']
  const unsent = effect['unsent'] as Row | undefined
  const of = people.find(({ chat }) => chat === place?.chatId)
  if (place?.kind !== 'person') return effect
  return {
    ...effect,
    place:
      of === undefined
        ? { kind: 'chat', chatId: place.chatId, threadId: null }
        : { kind: 'person', personId: of.id },
    ...(unsent !== undefined && { unsent: asNow(unsent) }),
    ...(typeof slot === 'string' &&
      of !== undefined && {
        slot: slot.replace(
          new RegExp(`^(settings|slower):${String(of.chat)}`),
          `$1:${String(of.id)}`,
        ),
      }),
  }
}

beforeAll(async () => {
  given = await createTestDatabase()
  await fill()
  before = await outboxRows()
  const applied = await migrate(given)
  expect(applied[0]).toMatch(/_contact_points$/)
})
afterAll(() => given.drop())

describe('a filled database gets contact points', () => {
  test('everybody keeps their chat, name and whether they are reached', async () => {
    expect(
      await rowsOf(
        `select person_id as id, address::bigint as chat, handle as username, reachable, channel,
           verified, created_at as at from contact_point order by person_id`,
      ),
    ).toEqual(
      people.map((one) => ({
        ...one,
        channel: 'telegram',
        verified: true,
        at: new Date('2026-01-02T03:04:05Z'),
      })),
    )
    const [found, blocked, nobody] = await loadPeople(given.database.pool, [
      ann.chat,
      bo.chat,
      strangerChat,
    ])
    expect(found).toMatchObject({
      person: {
        id: ann.id,
        name: 'Name 5',
        languageCode: 'uk',
        timezone: 'Europe/Kyiv',
        reachable: true,
        quietHours: { fromMinutes: 60, toMinutes: 120 },
        muted: ['works'],
      },
      contact: { channel: 'telegram', address: String(ann.chat), handle: 'ann', reachable: true },
      dialogue: { a: 1 },
    })
    expect(blocked?.person).toMatchObject({ id: bo.id, reachable: false })
    expect(nobody?.person).toBeNull()
  })

  test('what waits, or may be sent again by hand, names people, in the lane of new effects', async () => {
    const now = (await outboxRows()).filter(({ state }) => !over.some((one) => one === state))
    const then = before.filter(({ state }) => !over.some((one) => one === state))
    expect(now.map(({ id, state, payload }) => ({ id, state, payload }))).toEqual(
      then.map(({ id, state, payload }) => ({ id, state, payload: asNow(payload) })),
    )
    expect(new Set(now.map(({ state }) => state))).toEqual(new Set(waiting))
    for (const { payload, lane, slot } of now) {
      const effect = payload as unknown as Outgoing
      expect([lane, slot]).toEqual([laneOf(effect), slotOf(effect)])
    }
    expect(JSON.stringify(now)).not.toContain('"kind":"person","chatId"')
  })

  test('what is over stays as it was', async () => {
    const isOver = ({ state }: { state: string }) => over.some((one) => one === state)
    expect((await outboxRows()).filter(isOver)).toEqual(before.filter(isOver))
  })

  test('messages with a name of their own keep their place under the number of their person', async () => {
    const slots = await rowsOf('select key, message_id as at from slot order by message_id')
    expect(slots).toEqual([
      { key: 'settings:5', at: 11 },
      { key: 'slower:5@26-11', at: 12 },
      { key: 'settings:6', at: 21 },
      { key: 'slower:6@26-11', at: 22 },
      { key: 'settings:7', at: 31 },
      { key: 'slower:7@26-11', at: 32 },
      { key: 'rating:12:1', at: 41 },
      { key: 'held:-1001/4', at: 42 },
      { key: 'undelivered:-1001/5', at: 43 },
      { key: 'card:12', at: 44 },
    ])
  })

  test('messages come from Telegram, and files stay in its hands', async () => {
    expect(await rowsOf('select origin_channel, origin_ref from message')).toEqual([
      { origin_channel: 'telegram', origin_ref: null },
    ])
    expect(await rowsOf('select kind, file_id, sha256 from attachment order by position')).toEqual([
      { kind: 'photo', file_id: 'f', sha256: null },
      { kind: 'poll', file_id: null, sha256: null },
    ])
  })

  test('what waits inside is untouched: held words, albums, dialogues, updates, settings', async () => {
    expect(await rowsOf('select person_id, content from held_message')).toEqual([
      { person_id: ann.id, content: held },
    ])
    expect(await rowsOf(`select chat_id, content->'attachments' as files from album`)).toEqual([
      { chat_id: ann.chat, files: [attachment] },
    ])
    expect(await rowsOf('select key from dialogue')).toEqual([{ key: `user:${String(ann.chat)}` }])
    expect(await rowsOf('select lane from inbound_update')).toEqual([
      { lane: `user:${String(ann.chat)}` },
    ])
    expect(await rowsOf('select value from setting')).toEqual([{ value: staffChat }])
    expect(await rowsOf('select chat_id, message_id from message_copy')).toEqual([
      { chat_id: ann.chat, message_id: 1 },
    ])
  })
})
