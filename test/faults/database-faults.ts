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
const fillDisk = `
  create function disk_is_full() returns trigger language plpgsql as $$
  begin
    raise exception 'could not extend file "base/16384/16385": No space left on device'
      using errcode = '53100', hint = 'Check free disk space.';
  end $$;
  do $$
  declare kept regclass;
  begin
    for kept in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    loop
      execute format('create trigger disk_is_full before insert or update on %s
        for each statement execute function disk_is_full()', kept);
    end loop;
  end $$`

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
    notHeld: 'what fills the disk met a deadlock with the desk',
    lastsMs: { suite: 5_000, full: 60_000 },
    async begin({ stage: { db } }) {
      await db.query(fillDisk)
      return async () => {
        await db.query('drop function disk_is_full cascade')
      }
    },
    tells: ['ready', 'log'],
    seenTwice: 'never',
  },
]
