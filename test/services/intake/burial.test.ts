import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { reportDeadLetter } from '../../../src/bot/telling/dead-letter.ts'
import { builtInDesk } from '../../../src/desk/complete-desk.ts'
import { createTexts } from '../../../src/locales/texts.ts'
import { createBurial, type Burial } from '../../../src/services/intake/burial.ts'
import type { DeadUnit } from '../../../src/services/intake/dead-unit.ts'
import { retryDead } from '../../../src/services/intake/dead-letters.ts'
import { storeUpdates } from '../../../src/services/intake/store-updates.ts'
import type { Outgoing } from '../../../src/services/notifier/outgoing.ts'
import { begin, type Connection } from '../../../src/storage/sql.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { arrangeProcessor, botId, rowOf, store } from '../../support/inbox-stage.ts'
import { performOn } from '../../support/perform.ts'
import type { Change } from '../../../src/services/change.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())
afterEach(async () => {
  await db.database.pool.query('drop function if exists refuse() cascade')
  await db.database.pool.query('truncate inbound_update, outbox')
})

const say = (text: string): Outgoing => ({
  kind: 'say',
  place: { kind: 'staff' },
  content: { text, entities: [] },
})

type Report = (unit: DeadUnit, how: { plain: boolean }) => Promise<Outgoing[]>

const inWords: Report = ({ updates, cause }, { plain }) => {
  const ids = updates.map(({ updateId }) => updateId).join(', ')
  return Promise.resolve([say(plain ? `dead: ${ids}` : `BOOM was said in ${ids}, ${cause}`)])
}

interface Stage extends Burial {
  log: string[]
}

function arrange({ report = inWords, open = () => begin(db.database.pool) } = {}): Stage {
  const log: string[] = []
  const keep = (_fields: object, message: string) => void log.push(message)
  const burial = createBurial({
    db: db.database.pool,
    begin: open,
    botId,
    perform: performOn(db, (_tx, changes) => tellBy(report, changes), open),
    now: () => new Date(),
    log: { warn: keep, error: keep },
  })
  return { ...burial, log }
}

async function tellBy(report: Report, changes: Change[]): Promise<Outgoing[]> {
  const effects: Outgoing[] = []
  for (const change of changes) {
    if (change.about !== 'desk' || change.notice !== 'update_failed') continue
    const { unit, plain } = change.facts
    effects.push(...(await report(unit, { plain })))
  }
  return effects
}

/** The database refuses what holds the words, and nothing is wrong with the server. */
async function refuse(table: string, condition: string): Promise<void> {
  await db.database.pool.query(`
    create function refuse() returns trigger language plpgsql as $$ begin
      if ${condition} then raise exception 'refused'; end if;
      return new;
    end $$`)
  await db.database.pool.query(
    `create trigger refuse before insert or update on ${table} for each row execute function refuse()`,
  )
}

async function told(): Promise<string[]> {
  const { rows } = await db.database.pool.query<{ text: string }>(
    `select payload -> 'content' ->> 'text' as text from outbox order by id`,
  )
  return rows.map(({ text }) => text)
}

const fail = () => Promise.reject(new Error('it fails each time'))

test('words that cannot be told again are left out, and the lane goes on', async () => {
  await refuse('outbox', `new.payload::text like '%BOOM%'`)
  const [update] = await store(db, { from: 1 })
  const { bury } = arrange()
  await arrangeProcessor(db, fail, { bury }).process([update!])
  expect(await rowOf(db, 1)).toMatchObject({ state: 'dead', attempts: 3 })
  expect(await told()).toEqual(['dead: 1'])
})

test('what cannot be told at all is dead, and the log says so once', async () => {
  await refuse('outbox', 'true')
  const [update] = await store(db, { from: 1 })
  const burial = arrange()
  await arrangeProcessor(db, fail, { bury: burial.bury }).process([update!])
  expect(await rowOf(db, 1)).toMatchObject({ state: 'dead', attempts: 3 })
  for (let look = 0; look < 3; look += 1) await burial.tellOfDead()
  expect(burial.log.filter((line) => line.startsWith('Nobody is told'))).toHaveLength(1)
  expect(await told()).toEqual([])
})

test('what cannot even be put aside is not tried without a pause', async () => {
  await refuse('inbound_update', `new.state = 'dead'`)
  const [update] = await store(db, { from: 1 })
  const stopping = new AbortController()
  const pauses: number[] = []
  const { process } = arrangeProcessor(db, fail, {
    bury: arrange().bury,
    signal: stopping.signal,
    pauseMs: {
      afterFailure(failures) {
        pauses.push(failures)
        if (failures > 5) stopping.abort()
        return 1
      },
      forEnvironment: () => 1,
    },
  })
  await process([update!])
  expect(pauses).toEqual([1, 2, 4, 5, 6])
})

test('a killer that cannot be told of stops no start, and others are told of', async () => {
  await store(db, { from: 1, lane: 'user:1' })
  await store(db, { from: 2, lane: 'user:2' })
  await db.database.pool.query('update inbound_update set deaths = 1, lasting = true')
  await refuse('outbox', `new.payload::text ~ '(in|dead:) 1'`)
  const burial = arrange()
  await burial.buryKillers()
  expect(burial.log.filter((line) => line.startsWith('An update was put aside'))).toHaveLength(2)
  expect(await told()).toEqual(['BOOM was said in 2, killer'])
  expect(await rowOf(db, 1)).toMatchObject({ state: 'dead', deaths: 2 })
  expect(await rowOf(db, 2)).toMatchObject({ state: 'dead', deaths: 2 })
})

test('while the database is away nothing is told in fewer words: it is told in full later', async () => {
  let isAway = true
  const report: Report = (unit, how) =>
    isAway
      ? Promise.reject(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
      : inWords(unit, how)
  const [update] = await store(db, { from: 1 })
  const burial = arrange({ report })
  await arrangeProcessor(db, fail, { bury: burial.bury }).process([update!])
  expect(await rowOf(db, 1)).toMatchObject({ state: 'dead' })
  await burial.tellOfDead()
  expect(await told()).toEqual([])
  isAway = false
  await burial.tellOfDead()
  await burial.tellOfDead()
  expect(await told()).toEqual(['BOOM was said in 1, failed'])
})

test('nobody is told twice when the answer to the commit is lost', async () => {
  let isLost = false
  const open = async (): Promise<Connection> => {
    const connection = await begin(db.database.pool)
    return {
      query: (statement) => connection.query(statement),
      rollback: () => connection.rollback(),
      async commit() {
        await connection.commit()
        if (isLost) return
        isLost = true
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      },
    }
  }
  const [update] = await store(db, { from: 1 })
  const burial = arrange({ open })
  await burial.bury({ updates: [update!], cause: 'failed' }, 'it failed')
  await burial.bury({ updates: [update!], cause: 'failed' }, 'it failed')
  await burial.tellOfDead()
  expect(isLost).toBe(true)
  expect(await told()).toEqual(['BOOM was said in 1, failed'])
})

test('a second death after a retry is told as the first one was', async () => {
  const [update] = await store(db, { from: 1 })
  const { bury } = arrange()
  const { process } = arrangeProcessor(db, fail, { bury })
  await process([update!])
  expect(await retryDead(db.database.pool, botId, 1)).toMatchObject({ ok: true })
  await process([update!])
  expect(await told()).toEqual(Array.from({ length: 2 }, () => 'BOOM was said in 1, failed'))
})

test('a start tells of what was stored as unreadable and told to nobody', async () => {
  const { pool } = db.database
  const update = { updateId: 1, lane: 'user:7', payload: {}, poison: 'too_deep' }
  await storeUpdates(pool, botId, [update])
  const burial = arrange()
  await burial.buryKillers()
  await burial.buryKillers()
  expect(await told()).toEqual(['BOOM was said in 1, unreadable'])
})

test.each([
  ['ECONNRESET', 'rejects'],
  ['22P05', 'told to all of the staff'],
])('whose words they are cannot be read: %s is %s', async (code, what) => {
  const isOfSavepoint = (text: string) => text.includes('savepoint')
  const broken = {
    query: ({ text }: { text: string }) =>
      isOfSavepoint(text)
        ? Promise.resolve({ rows: [], rowCount: 0 })
        : Promise.reject(Object.assign(new Error('not now'), { code })),
  }
  const deps = {
    db: broken,
    desk: builtInDesk,
    texts: createTexts({ overrides: builtInDesk.texts }),
    staffChat: { id: () => -1 },
    now: new Date(),
  }
  const payload = { message: { message_id: 1, date: 1, chat: { id: 7 }, text: 'In confidence' } }
  const updates = [{ updateId: 1, lane: 'user:7', payload }]
  const unit = { updates, cause: 'failed' as const }
  const reported = await reportDeadLetter(unit, { plain: false }, deps).catch(() => 'rejects')
  if (what === 'rejects') expect(reported).toBe('rejects')
  else expect(reported[0]).toMatchObject({ kind: 'say', place: { kind: 'staff' } })
})

test('an album is told of as one, also when it is found later', async () => {
  const payload = { message: { media_group_id: 'a' } }
  const items = [1, 2].map((updateId) => ({
    updateId,
    lane: 'user:7',
    payload,
    poison: 'too_deep',
  }))
  await storeUpdates(db.database.pool, botId, items)
  const burial = arrange()
  await Promise.all([burial.tellOfDead(), burial.tellOfDead()])
  expect(await told()).toEqual(['BOOM was said in 1, 2, unreadable'])
})
