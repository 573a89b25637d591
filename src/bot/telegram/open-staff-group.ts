import type { Desk } from '../../desk/desk.ts'
import type { Texts } from '../../locales/texts.ts'
import type { Queryable } from '../../services/intake/work.ts'
import type { OutboxRow } from '../../services/notifier/outcome.ts'
import type { Perform } from '../../services/perform.ts'
import { openSetupCode, type SetupCode } from '../../services/telegram/setup-code.ts'
import { createStaffChat, type StaffChat } from '../../services/telegram/staff-chat.ts'
import { announceCommands } from './announce-commands.ts'
import type { Call } from './calls/call.ts'
import { createMembers, type Members } from './members.ts'
import { createMakeGood } from './rights/make-good.ts'
import { createStaffGroup, type StaffGroup } from './rights/staff-group.ts'
import { createTellRights } from './rights/tell-rights.ts'

export interface StaffGroupOptions {
  call: Call
  db: Queryable
  botId: number
  desk: Desk
  texts: Texts
  /** Null while the group is set by `/setup CODE`. */
  fixedId: number | null
  perform: Perform
  now: () => Date
  /** Called after a commit with the new rows of the outbox. */
  queued: (rows: OutboxRow[]) => void
  /** What could not be sent into the group may be possible now. */
  wake: () => void
  log: Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>
}

/** The group where agents work: which one it is, what the bot may do in it, who is in it. */
export interface OpenStaffGroup {
  staffChat: StaffChat
  staffGroup: StaffGroup
  members: Members
  /** What an administrator has to type; null where a group is set. */
  setupCode: SetupCode | null
  /** Asks Telegram and tells it what changes seldom; nobody waits for it. */
  exchange(): void
  /** Somebody changed what the bot is in the group. */
  botChanged(): void
  /** One sentence while there is no group. */
  problem(): string | null
  stop(): Promise<void>
}

export async function openStaffGroup(options: StaffGroupOptions): Promise<OpenStaffGroup> {
  const { call, db, botId, desk, texts, fixedId, perform, now, queued, wake, log } = options
  const staffChat = await createStaffChat({
    db,
    fixedId,
    changed() {
      log.info({ staffChatId: staffChat.id() }, 'This is the staff group now')
      wake()
      exchange()
    },
  })
  const staffGroup = createStaffGroup({
    call,
    botId,
    staffChat,
    tell: createTellRights({ db, perform, log, now }),
    makeGood: createMakeGood({ db, queued }),
    wake,
    log,
  })
  const members = createMembers({ call, db, staffChat, staffGroup, log })

  function botChanged(): void {
    members.review()
    staffGroup.changed()
  }

  function exchange(): void {
    botChanged()
    const staffChatId = staffChat.id()
    announceCommands({ call, db, desk, texts, staffChatId, log }).catch((error: unknown) =>
      log.warn({ err: error }, 'Not everything could be exchanged with Telegram at the start'),
    )
  }

  const setupCode = staffChat.id() === null ? await openSetupCode({ db, log }) : null
  if (setupCode !== null) {
    const { code } = setupCode
    log.info(
      { setupCode: code },
      `No staff group is set: write "/setup ${code}" in it as its administrator`,
    )
  }
  return {
    staffChat,
    staffGroup,
    members,
    setupCode,
    exchange,
    botChanged,
    problem: () =>
      staffChat.id() === null
        ? 'There is no staff group yet: write the /setup line of the log in it as its administrator'
        : null,
    stop() {
      staffGroup.stop()
      return members.stop()
    },
  }
}
