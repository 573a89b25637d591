import type { TelegramChatMember, TelegramUser } from '@gramio/types'

import { createCall, type Call } from '../../bot/telegram/calls/call.ts'
import type { Answer, Failure } from '../../bot/telegram/calls/failure.ts'
import { createTransport } from '../../bot/telegram/calls/transport.ts'
import type { Complaint, Config } from '../../config.ts'
import { readStaffChat } from '../../services/telegram/staff-chat.ts'
import { connectionProblem } from '../../storage/connection-problem.ts'
import { openDatabase, type Database } from '../../storage/database.ts'
import { deskAtWork } from '../../storage/desk-lock.ts'
import { findRunning } from '../../storage/embedded/find-running.ts'

/** What several checks look at, each asked for once and when the first of them wants it. */
export interface Surroundings {
  /** A variable that cannot be read has its default; what needs it is not looked at. */
  config: Config
  complaints: readonly Complaint[]
  /** The machine's clock. */
  now: () => Date
  call: Call
  bot: () => Promise<Answer<TelegramUser>>
  group: () => Promise<GroupFacts>
  database: () => Promise<DatabaseAccess>
  /** The program that works with the database; null when none does, or nobody can say. */
  desk: () => Promise<string | null>
  close: () => Promise<void>
}

export type DatabaseAccess =
  | { kind: 'open'; database: Database }
  /** No desk runs its own PostgreSQL. */
  | { kind: 'stopped' }
  | { kind: 'failed'; message: string }

export type GroupFacts =
  /** Only the database knows which one it is. */
  | { kind: 'unknown' }
  | { kind: 'none' }
  | { kind: 'refused'; id: number; setBy: string; failure: Failure }
  | { kind: 'known'; id: number; setBy: string; chat: Chat; member: TelegramChatMember }

interface Chat {
  title?: string
  type: string
  is_forum?: boolean
}

/** Shorter than what a whole check may take. */
const callLimitMs = 8_000

export function createSurroundings(
  config: Config,
  complaints: readonly Complaint[],
  now: () => Date,
): Surroundings {
  const { botToken: token, telegramApiRoot: apiRoot } = config
  const transport = createTransport({ token, apiRoot, timeoutMs: callLimitMs })
  const call = createCall(transport)

  const bot = once(() => call('getMe'))
  const database = once(() => openTheirs(config))
  const desk = once(async () => {
    const access = await database()
    return access.kind === 'open' ? deskAtWork(access.database.pool).catch(() => null) : null
  })
  const group = once(async (): Promise<GroupFacts> => {
    const [me, which] = await Promise.all([bot(), whichGroup(config.staffChatId, database)])
    if (typeof which === 'string') return { kind: which }
    const { id, setBy } = which
    const chat = await call('getChat', { chat_id: id })
    if (!chat.ok) return { kind: 'refused', id, setBy, failure: chat.failure }
    if (!me.ok) return { kind: 'refused', id, setBy, failure: me.failure }
    const member = await call('getChatMember', { chat_id: id, user_id: me.result.id })
    if (!member.ok) return { kind: 'refused', id, setBy, failure: member.failure }
    return { kind: 'known', id, setBy, chat: chat.result, member: member.result }
  })

  return {
    config,
    complaints,
    now,
    call,
    bot,
    group,
    database,
    desk,
    async close() {
      await transport.close()
      const access = await database()
      if (access.kind === 'open') await access.database.close()
    },
  }
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => (asked ??= ask())
}

/** Opened and not taken: a desk may be at work with it. */
async function openTheirs({ databaseUrl, dataDir }: Config): Promise<DatabaseAccess> {
  const url = databaseUrl ?? (await findRunning(dataDir))
  if (url === null) return { kind: 'stopped' }
  try {
    return { kind: 'open', database: await openDatabase({ url, poolSize: 2 }) }
  } catch (error) {
    return { kind: 'failed', message: connectionProblem(error) }
  }
}

async function whichGroup(
  fixedId: number | null,
  database: () => Promise<DatabaseAccess>,
): Promise<{ id: number; setBy: string } | 'unknown' | 'none'> {
  const access = await database()
  const kept =
    access.kind === 'open'
      ? await readStaffChat(access.database.pool, fixedId).catch(() => null)
      : null
  // A database in which nothing is written down, or none at all yet.
  const { id, isKept } = kept ?? { id: fixedId, isKept: false }
  if (id === null) return kept === null ? 'unknown' : 'none'
  if (!isKept) return { id, setBy: 'set by STAFF_CHAT_ID' }
  return { id, setBy: fixedId === null ? 'set by /setup' : 'STAFF_CHAT_ID before it moved' }
}
