import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { readBotApi } from './api/bot-api.ts'
import type { SandboxClock } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { withoutId } from './foreign-updates.ts'
import { createJournal } from './journal.ts'
import { createLimits, type Limits } from './limits.ts'
import { chats } from './methods/chats.ts'
import { commandMethods } from './methods/commands.ts'
import { copying } from './methods/copy.ts'
import { editing } from './methods/edit.ts'
import { members } from './methods/members.ts'
import { profile } from './methods/profile.ts'
import { sending } from './methods/send.ts'
import { topics } from './methods/topics.ts'
import { updateMethods } from './methods/updates.ts'
import { createForum, type SandboxForum } from './people/forum.ts'
import { createPerson, type PersonOptions, type SandboxPerson } from './people/person.ts'
import { createPlayRouter } from './play/router.ts'
import { createSandboxServer, type JournalEntry } from './server.ts'
import type { User } from './state/shapes.ts'
import { restoreWorld, type SavedWorld } from './state/saved-world.ts'
import { createWorld, type World } from './state/world.ts'
import { until } from './until.ts'
import { createWebhook } from './webhook.ts'

export type { SandboxForum } from './people/forum.ts'
export type { SandboxPerson } from './people/person.ts'

/** A Telegram of one's own: a real Bot API server with people and forums that can be played. */
export interface Sandbox {
  /** For TELEGRAM_API_ROOT. */
  apiRoot: string
  token: string
  bot: User
  person(options?: PersonOptions): SandboxPerson
  forum(title?: string): SandboxForum
  /** Every call that was answered, in order. */
  calls: JournalEntry[]
  faults: Faults
  limits: Limits
  /** Sends any update, with or without an id of its own. */
  push(update: Record<string, unknown>): void
  /** Sends an update that was recorded elsewhere, under an id of this queue. */
  replay(update: Record<string, unknown>): void
  /** How many updates the bot has not yet confirmed. */
  pendingCount(): number
  /** Waits for what `read` finds; default 5 s. */
  until<T>(read: () => T | Promise<T>, timeoutMs?: number): Promise<NonNullable<Exclude<T, false>>>
  world: World
  close(): Promise<void>
}

export interface SandboxOptions {
  /** 0: the system chooses. */
  port?: number
  token?: string
  /** The time as people see it; default: the real one. */
  clock?: SandboxClock
  /** A world to go on with, its token and its bot included (saved-world.ts). */
  saved?: SavedWorld
  /** The list of calls is left out where nobody reads it. */
  keepCalls?: boolean
  /** Told of each call at the moment it is answered, to the fraction of a millisecond. */
  heard?: (entry: JournalEntry) => void
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const token = options.token ?? `424242:${randomBytes(24).toString('base64url')}`
  const clock = options.clock ?? { now: Date.now }
  const world = createWorld(token, clock.now)
  if (options.saved !== undefined) restoreWorld(world, options.saved)
  const webhook = createWebhook(world)
  const faults = createFaults()
  const limits = createLimits(world.now)
  const calls: JournalEntry[] = []
  const journal = createJournal(world.now)
  world.updates.onPush((update) => journal.addUpdate(update))
  const play = createPlayRouter({ world, faults, clock, journal })
  const api = readBotApi()
  const server = createSandboxServer({
    world,
    faults,
    limits,
    play,
    methods: {
      ...sending,
      ...copying,
      ...editing,
      ...topics,
      ...chats,
      ...members,
      ...profile,
      ...commandMethods,
      ...updateMethods(webhook),
    },
    api,
    journal(entry) {
      options.heard?.(entry)
      journal.addCall(entry)
      if (options.keepCalls !== false) calls.push(entry)
    },
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    apiRoot: `http://127.0.0.1:${String(port)}`,
    token: world.token,
    bot: world.bot,
    calls,
    faults,
    limits,
    world,
    person: (personOptions) => createPerson(world, personOptions),
    forum: (title) => createForum(world, title),
    push: (update) => world.updates.push(update),
    replay: (update) => world.updates.push(withoutId(update)),
    pendingCount: () => world.updates.pendingCount(),
    until: (read, timeoutMs = 10_000) => until(world, read, timeoutMs, 'what a test wants to see'),
    async close() {
      play.close()
      await webhook.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
