import type { Config } from '../src/config.ts'
import { builtInDesk } from '../src/desk/complete-desk.ts'
import type { Desk } from '../src/desk/desk.ts'

/** Nobody who tries the desk should wait for limits that the sandbox does not have. */
const unhurried = { chatPerSecond: 1e4, chatBurst: 1e4, groupPerMinute: 1e5, bulkPerSecond: 1e4 }

/** The desk as it is delivered, in this machine's time zone, and at once in everything it does. */
export function deskOfDemo(): Desk {
  return {
    ...builtInDesk,
    name: 'Acme support',
    timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    timers: { ...builtInDesk.timers, coalesceWindowMs: 0 },
    // Who plays an agent decides himself what he takes.
    staff: { ...builtInDesk.staff, distribution: 'manual' },
    limits: { ...builtInDesk.limits, messagesPerMinute: 1_000, pacing: unhurried },
  }
}

/** How the desk finds the sandbox and its database. */
export function configOfDemo(given: {
  botToken: string
  telegramApiRoot: string
  staffChatId: number
  databaseUrl: string
}): Config {
  return {
    ...given,
    telegram: { mode: 'polling' },
    dataDir: '',
    startWaitMs: 5_000,
    host: '127.0.0.1',
    port: 0,
    deskFile: { path: '', explicit: false },
    logLevel: 'silent',
  }
}
