import { createBot } from './bot/create-bot.ts'
import { connectTelegram } from './bot/telegram/connect.ts'
import { createDeliver } from './bot/telegram/deliver/create-deliver.ts'
import { firstSteps } from './bot/telegram/first-steps.ts'
import { openStaffGroup } from './bot/telegram/open-staff-group.ts'
import { createReceiving } from './bot/telegram/receiving.ts'
import { waitForMembers } from './bot/telegram/wait-for-members.ts'
import { createTell } from './bot/telling/tell.ts'
import type { Config } from './config.ts'
import type { Desk } from './desk/desk.ts'
import { staffRights } from './domain/staff-right.ts'
import { startHttp } from './http/start-http.ts'
import { createTexts } from './locales/texts.ts'
import type { Log } from './log.ts'
import { createHandling } from './services/intake/handling.ts'
import { createSending } from './services/notifier/sending.ts'
import { createPerform } from './services/perform.ts'
import { createPrivateChats } from './services/telegram/private-chats.ts'
import { startTimers, type DeskTime, type Timers } from './services/timers/start-timers.ts'
import { freeBytes } from './services/watch/disk.ts'
import { createLatest } from './services/watch/latest.ts'
import { usualWatchLimits, type WatchLimits } from './services/watch/limits.ts'
import { readFigures } from './services/watch/read-figures.ts'
import { createTally } from './services/watch/tally.ts'
import { createTellAlarms } from './services/watch/tell-alarms.ts'
import { createWatch } from './services/watch/watch.ts'
import { openStorage } from './storage/open-storage.ts'
import { begin } from './storage/sql.ts'

export type { DeskTime }

export interface RunningDesk {
  /** Where the HTTP side listens. */
  httpUrl: string
  /** What whoever started it has to do in Telegram; null where a staff group is set. */
  firstSteps: string | null
  /** Resolves with one sentence when the desk cannot go on. */
  failed: Promise<string>
  timers: Omit<Timers, 'stop'>
  /** Stops fetching, finishes what runs, leaves no row of unknown fate. */
  stop(): Promise<void>
}

export type StartVerdict = { ok: true; desk: RunningDesk } | { ok: false; message: string }

/** Starts everything in the order in which one part needs another; `stop` goes back the same way. */
export async function runDesk(
  config: Config,
  desk: Desk,
  log: Log,
  time: DeskTime = { now: () => new Date() },
  limits: WatchLimits = usualWatchLimits,
): Promise<StartVerdict> {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  const fail = async (message: string): Promise<StartVerdict> => {
    await stop()
    return { ok: false, message }
  }

  const tally = createTally()
  const connected = await connectTelegram({
    token: config.botToken,
    apiRoot: config.telegramApiRoot,
    log,
    recovered: () => sending.retry(),
    ended: tally.callEnded,
    steadyMs: limits.botRefusedMs,
  })
  if (!connected.ok) return fail(connected.message)
  const { call, bot, ...telegram } = connected.telegram
  stops.push(telegram.close)

  const { databaseUrl, dataDir, startWaitMs: waitMs } = config
  const storage = await openStorage({ databaseUrl, dataDir, waitMs, log })
  if (!storage.ok) return fail(storage.message)
  stops.push(storage.close)
  const db = storage.database.pool

  const texts = createTexts({ overrides: desk.texts })
  const perform = createPerform({
    begin: () => begin(db),
    tell: createTell({ desk, texts, staffChat: { id: () => group.staffChat.id() } }),
    offer: (rows) => sending.offer(rows),
  })
  const group = await openStaffGroup({
    call,
    db,
    botId: bot.id,
    desk,
    texts,
    fixedId: config.staffChatId,
    perform,
    now: time.now,
    queued: (rows) => sending.offer(rows),
    wake: () => sending.retry(),
    log,
  })
  const { staffChat, staffGroup, members, setupCode } = group
  const privateChats = createPrivateChats(db)
  const sending = createSending({
    privateChats,
    db,
    limits: desk.limits,
    deliverAt: (pace) =>
      createDeliver({ call, db, desk, texts, staffChat, staffGroup, privateChats, pace, log }),
    staffChat,
    cardRestMs: desk.timers.coalesceWindowMs,
    isOurs: storage.isOurs,
    ended: tally.rowsEnded,
    watching: limits,
    log,
    now: time.now,
  })
  stops.push(() => sending.stop())
  stops.push(() => group.stop())
  await sending.resume()

  const handling = createHandling({
    database: storage.database,
    botId: bot.id,
    handle: createBot({
      token: config.botToken,
      botInfo: bot,
      desk,
      texts,
      staffChat,
      staffGroup,
      members,
      setupCode,
    }),
    admit: (lanes) =>
      waitForMembers(lanes, {
        members,
        staffChat,
        botChanged: group.botChanged,
        longMs: limits.membersMs,
      }),
    perform,
    ended: tally.updatesEnded,
    acted: (personId) => sending.awake(personId),
    queued: (rows) => sending.offer(rows),
    log,
    now: time.now,
  })
  stops.push(() => handling.stop())
  const { intake, lanes } = handling
  await intake.resume()

  const receiving = createReceiving(config.telegram, {
    call,
    db,
    botId: bot.id,
    intake,
    lanes,
    refused: tally.refusedWebhook,
    askEveryMs: limits.everyMs * 4,
    log,
  })
  const timers = startTimers({
    pool: db,
    desk,
    perform,
    sending,
    log,
    time,
    stillMs: limits.clockStillMs,
  })
  stops.push(timers.stop)
  const diskFree = createLatest(() =>
    databaseUrl === null ? freeBytes(dataDir) : Promise.resolve<number | null>(null),
  )
  const figures = createLatest(() =>
    readFigures({
      db,
      botId: bot.id,
      desk,
      lanes,
      sending,
      now: time.now,
    }),
  )
  const watch = createWatch({
    parts: [
      { name: 'database', problem: storage.problem },
      { name: 'updates', problem: receiving.problem },
      { name: 'bot', problem: telegram.problem, logs: true },
      { name: 'group', problem: group.problem, logs: true },
      { name: 'rights', problem: staffGroup.problem, logs: true },
      { name: 'members', problem: lanes.problem },
      { name: 'messages', problem: sending.problem },
      { name: 'timers', problem: timers.problem },
    ],
    figures,
    sending,
    timers,
    diskFree,
    tell: createTellAlarms({
      db,
      perform,
      staffChat,
      againMs: limits.tellAgainMs,
      now: time.now,
    }),
    limits,
    log,
  })
  const http = await startHttp(config, {
    webhook: receiving.webhook,
    tally,
    figures,
    watch,
    rights: { all: staffRights, missing: staffGroup.missing },
    inboxSize: lanes.size,
    sending,
    timersFailing: timers.failing,
    silentMs: receiving.silentMs,
    diskFree,
  })
  if (!http.ok) return fail(http.message)
  stops.push(http.close)
  receiving.start()
  group.exchange()
  watch.start()
  stops.push(watch.stop)
  stops.push(() => receiving.stop())
  const { mode } = config.telegram
  log.info({ bot: bot.username, mode, http: http.url }, 'The desk is open')
  const failed = Promise.race([receiving.failed, storage.lost])
  return {
    ok: true,
    desk: {
      httpUrl: http.url,
      firstSteps: setupCode === null ? null : firstSteps(bot, setupCode.code),
      failed,
      timers,
      stop,
    },
  }
}
