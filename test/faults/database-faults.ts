import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import type { End, Fault, Setting } from './fault.ts'

const cutEveryMs = 300

/** Does something again and again while a fault lasts. */
function repeatedly(everyMs: number, act: () => unknown): End {
  let isOver = false
  const acting = (async () => {
    while (!isOver) {
      await act()
      await sleep(everyMs)
    }
  })()
  return async () => {
    isOver = true
    await acting
  }
}

/** Somebody else's transaction holds something until the end. */
async function heldBy({ stage }: Setting, statement: string): Promise<End> {
  const other = new pg.Client({ connectionString: stage.database.url })
  await other.connect()
  await other.query('begin')
  await other.query(statement)
  return async () => {
    await other.query('rollback')
    await other.end()
  }
}

/** As a failover leaves it for a while; the connections end with the change. */
async function setReadOnly({ stage: { database, proxy } }: Setting, isOn: boolean): Promise<void> {
  const name = new URL(database.url).pathname.slice(1)
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  await admin.query('set default_transaction_read_only = off')
  await admin.query(
    `alter database ${name} ${isOn ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only'}`,
  )
  await admin.end()
  proxy.cut()
}

/** In words and code what PostgreSQL itself says then, by its own server. */
const disk = `
  create table disk (is_full boolean not null);
  insert into disk values (false);
  create function need_disk() returns trigger language plpgsql as $$
  begin
    if (select is_full from disk) then
      raise exception 'could not extend file "base/16384/16385": No space left on device'
        using errcode = '53100', hint = 'Check free disk space.';
    end if;
    return null;
  end $$`

/** A table at a time: the lock of one would wait for another's, which the desk may hold. */
async function giveDisk({ stage: { db } }: Setting): Promise<void> {
  const { rows } = await db.query<{ table: string }>(
    `select quote_ident(tablename) as table from pg_tables where schemaname = 'public'`,
  )
  await db.query(disk)
  for (const { table } of rows) {
    await db.query(
      `create trigger need_disk before insert or update on ${table}
       for each statement execute function need_disk()`,
    )
  }
}

/** What PostgreSQL carries out and never tells: these statements, each so often. */
const unheard = [/work_commit/, /outbox_claim/, /outbox_settle/, /inbox_insert/, /commit/]
const timesUnheard = 2

/** PostgreSQL in trouble, one row each. */
export const databaseFaults: Fault[] = [
  {
    name: 'PostgreSQL: restart at once',
    lastsMs: { suite: 4_000, full: 10_000 },
    async begin({ stage: { database } }) {
      await database.restart?.()
      return () => undefined
    },
    tells: ['log'],
    seenTwice: 'never',
    stage: { hasOwnServer: true },
  },
  {
    name: 'PostgreSQL: connections cut, again and again',
    lastsMs: { suite: 6_000, full: 30_000 },
    async begin({ stage: { proxy } }) {
      return repeatedly(cutEveryMs, () => proxy.cut())
    },
    tells: ['log'],
    seenTwice: 'never',
  },
  {
    name: 'PostgreSQL: answers lost on the way',
    lastsMs: { suite: 4_000, full: 10_000 },
    async begin({ stage: { proxy } }) {
      for (const pattern of unheard) {
        for (let nth = 0; nth < timesUnheard; nth += 1) void proxy.loseAnswerOf(pattern)
      }
      return () => undefined
    },
    tells: ['log'],
    seenTwice: 'never',
  },
  {
    name: 'PostgreSQL: all tickets locked',
    // Three waits of ten seconds for a lock are over by then.
    lastsMs: { suite: 33_000, full: 60_000 },
    begin: (setting) => heldBy(setting, 'select number from ticket for update'),
    tells: ['log'],
    seenTwice: 'never',
  },
  {
    name: 'PostgreSQL: the outbox locked',
    lastsMs: { suite: 12_000, full: 60_000 },
    begin: (setting) => heldBy(setting, 'lock table outbox in access exclusive mode'),
    tells: ['log'],
    seenTwice: 'never',
  },
  {
    name: 'PostgreSQL: read-only',
    lastsMs: { suite: 5_000, full: 60_000 },
    async begin(setting) {
      await setReadOnly(setting, true)
      return () => setReadOnly(setting, false)
    },
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
  {
    name: 'PostgreSQL: away',
    lastsMs: { suite: 12_000, full: 120_000 },
    async begin({ stage: { proxy } }) {
      proxy.refuse()
      return () => proxy.release()
    },
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
  {
    name: 'PostgreSQL: says nothing',
    lastsMs: { suite: 6_000, full: 60_000 },
    // The desk waits so long for an answer.
    thenWaitsMs: { suite: 20_000, full: 20_000 },
    async begin({ stage: { proxy } }) {
      proxy.hold()
      return () => proxy.release()
    },
    tells: [],
    seenTwice: 'never',
  },
  {
    name: 'PostgreSQL: disk full',
    lastsMs: { suite: 5_000, full: 60_000 },
    async begin(setting) {
      const { db } = setting.stage
      await giveDisk(setting)
      await db.query('update disk set is_full = true')
      return async () => {
        await db.query('update disk set is_full = false')
      }
    },
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
]
