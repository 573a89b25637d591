import { randomBytes } from 'node:crypto'

import type { UserFromGetMe } from 'telegraf/types'

import { createBot } from './bot/create-bot.ts'
import { announceCommands } from './bot/telegram/announce-commands.ts'
import { createCall, type Call } from './bot/telegram/call.ts'
import { describeFailure } from './bot/telegram/failure.ts'
import { createMembers } from './bot/telegram/members.ts'
import { createStaffGroup } from './bot/telegram/rights/staff-group.ts'
import { createMakeGood } from './bot/telegram/rights/make-good.ts'
import { createTellRights } from './bot/telegram/rights/tell-rights.ts'
import { watchStanding } from './bot/telegram/standing.ts'
import { createTransport } from './bot/telegram/transport.ts'
import { waitForMembers } from './bot/telegram/wait-for-members.ts'
import { createTell } from './bot/telling/tell.ts'
import type { Config } from './config.ts'
import { createReceiving } from './create-receiving.ts'
import { createSending } from './create-sending.ts'
import type { Desk } from './desk/desk.ts'
import { createTexts } from './locales/texts.ts'
import type { Log } from './log.ts'
import { openStorage } from './open-storage.ts'
import { createBurial } from './services/intake/burial.ts'
import { countDead } from './services/intake/dead-letters.ts'
import { pendingInLane } from './services/intake/inbox.ts'
import { createIntake } from './services/intake/intake.ts'
import { createLanes } from './services/intake/lanes.ts'
import { createProcessor } from './services/intake/process-updates.ts'
import { createPerform } from './services/perform.ts'
import { createStaffChat } from './services/staff-chat.ts'
import { watchOnServer } from './storage/server-watch.ts'
import { begin } from './storage/sql.ts'
import { startHttp } from './start-http.ts'
import { startTimers, type DeskTime, type Timers } from './start-timers.ts'

export interface RunningDesk {
  /** Where the HTTP side listens. */
  httpUrl: string
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
): Promise<StartVerdict> {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  const fail = async (message: string): Promise<StartVerdict> => {
    await stop()
    return { ok: false, message }
  }

  const transport = createTransport({ token: config.botToken, apiRoot: config.telegramApiRoot })
  stops.push(() => transport.close())
  const standing = watchStanding(createCall(transport), {
    log,
    recovered: () => sending.retry(),
  })
  const { call } = standing
  const me = await whoAmI(call)
  if (!me.ok) return fail(me.message)

  const storage = await openStorage(config, log)
  if (!storage.ok) return fail(storage.message)
  stops.push(storage.close)
  const db = storage.database.pool
  const botId = me.bot.id

  const texts = createTexts({ overrides: desk.texts })
  const staffChat = await createStaffChat({
    db,
    fixedId: config.staffChatId,
    changed: () => {
      sending.retry()
      announce()
    },
  })
  const perform = createPerform({
    begin: () => begin(db),
    tell: createTell({ desk, texts, staffChat }),
    offer: (rows) => sending.offer(rows),
  })
  const staffGroup = createStaffGroup({
    call,
    botId,
    staffChat,
    tell: createTellRights({ db, perform, log, now: time.now }),
    makeGood: createMakeGood({ db, queued: (rows) => sending.offer(rows) }),
    wake: () => sending.retry(),
    log,
  })
  const sending = createSending({
    call,
    db,
    desk,
    texts,
    staffChat,
    staffGroup,
    log,
    now: time.now,
    isOurs: storage.isOurs,
    refused: standing.problem,
  })
  stops.push(() => {
    staffGroup.stop()
    return sending.stop()
  })
  await sending.resume()

  const members = createMembers({ call, db, staffChat, staffGroup, log })
  /** What Telegram and the desk have to tell each other once; neither waits for it. */
  const announce = () => {
    members.review()
    const staffChatId = staffChat.id()
    staffGroup.changed()
    announceCommands({ call, db, desk, texts, staffChatId, log }).catch((error: unknown) =>
      log.warn({ err: error }, 'Not everything could be exchanged with Telegram at the start'),
    )
  }

  const setupCode = randomBytes(4).toString('hex')
  if (staffChat.id() === null) {
    log.info(
      { setupCode },
      `No staff group is set: write "/setup ${setupCode}" in it as its administrator`,
    )
  }
  const stopping = new AbortController()
  const handle = createBot({
    token: config.botToken,
    botInfo: me.bot,
    desk,
    texts,
    staffChat,
    staffGroup,
    members,
    setupCode,
  })
  const burial = createBurial({
    db,
    botId,
    log,
    begin: () => begin(db),
    perform,
    now: time.now,
  })
  const running = createLanes({
    backlog: (lane, limit) => pendingInLane(db, botId, lane, limit),
    run: createProcessor({
      db,
      botId,
      handle,
      log,
      signal: stopping.signal,
      now: time.now,
      begin: () => begin(db),
      acted: (userId) => sending.awake(userId),
      committed: (rows) => sending.offer(rows),
      rest: (lane, forMs) => running.rest(lane, forMs),
      bury: (unit, reason) => burial.bury(unit, reason),
      watch: (what) => watchOnServer(storage.database.url, what),
    }),
  })
  const lanes = waitForMembers(running, {
    members,
    staffChat,
    botChanged() {
      members.review()
      staffGroup.changed()
    },
  })
  const intake = createIntake({ db, botId, lanes, burial, log })
  stops.push(async () => {
    stopping.abort()
    await lanes.stop()
    await members.stop()
    await intake.stop()
  })
  await intake.resume()

  const receiving = createReceiving(config, { call, db, botId, intake, lanes, log })
  let timers: Timers | undefined = undefined
  const http = await startHttp(config, {
    db,
    receiving,
    health: [
      { name: 'receiving', problem: receiving.problem },
      { name: 'sending', problem: sending.problem },
      { name: 'staff group', problem: staffGroup.problem },
      { name: 'members', problem: lanes.problem },
    ],
    missingRights: staffGroup.missing,
    inboxSize: lanes.size,
    sending,
    countDead: () => countDead(db, botId),
    timersFailing: () => timers?.failing() ?? 0,
  })
  if (!http.ok) return fail(http.message)
  stops.push(http.close)
  receiving.start()
  announce()
  timers = startTimers({ pool: db, desk, perform, sending, log, time })
  stops.push(timers.stop)
  stops.push(() => receiving.stop())
  const { mode } = config.telegram
  log.info({ bot: me.bot.username, mode, http: http.url }, 'The desk is open')
  const failed = Promise.race([receiving.failed, storage.lost])
  return { ok: true, desk: { httpUrl: http.url, failed, timers, stop } }
}

/** A start needs Telegram's word on who the bot is; a short outage is waited out. */
async function whoAmI(
  call: Call,
): Promise<{ ok: true; bot: UserFromGetMe } | { ok: false; message: string }> {
  let problem = ''
  for (const waitMs of [0, 1_000, 2_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    const answer = await call('getMe', undefined, { timeoutMs: 5_000 })
    if (answer.ok) return { ok: true, bot: answer.result as unknown as UserFromGetMe }
    problem = describeFailure(answer.failure)
    if (answer.failure.kind === 'refused' && [401, 404].includes(answer.failure.code)) {
      const message = 'Telegram does not know this BOT_TOKEN: copy it anew from @BotFather.'
      return { ok: false, message }
    }
  }
  const message = `Telegram cannot be reached (${problem}): check TELEGRAM_API_ROOT and the network.`
  return { ok: false, message }
}
