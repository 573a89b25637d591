import type { Call } from '../calls/call.ts'
import { describeFailure } from '../calls/failure.ts'
import { judge } from '../calls/verdict.ts'
import { staffRights, type StaffRight } from '../../../domain/staff-right.ts'
import { missingRights } from './missing-rights.ts'

export interface StaffGroupDeps {
  call: Call
  botId: number
  staffChat: { id(): number | null }
  /** Tells people what is missing, once; resolves when that is stored. */
  tell: (chatId: number, missing: StaffRight[]) => Promise<void>
  /** Makes good what was dropped for want of a right that is no longer missing. */
  makeGood: (missing: readonly StaffRight[]) => Promise<void>
  /** What waited may be possible now. */
  wake: () => void
  log: Record<'info' | 'warn', (fields: object, message: string) => void>
  /** Between two questions while something is missing; default 30 s. */
  recheckMs?: number
}

/** What the bot may do in the staff group, as far as is known. */
export interface StaffGroup {
  /** Whether what needs this right has to wait. One at a time may find out whether it still has to. */
  lacks(right: StaffRight): boolean
  /** Telegram refused something for want of a right. */
  refused(right: StaffRight): void
  /** Telegram took something that needs it. */
  granted(right: StaffRight): void
  /** Somebody changed what the bot may do there, or which group it is: it is asked for anew. */
  changed(): void
  /** An update told whether the group has topics. */
  seenForum(isForum: boolean): void
  missing(): StaffRight[]
  /** One sentence for the operator; null when nothing is missing. */
  problem(): string | null
  stop(): void
}

/**
 * Keeps what the bot may do in the staff group: what Telegram says when it is asked, and what it
 * refuses. While something is missing it is asked again and again, because nobody tells when topics
 * are switched on.
 */
export function createStaffGroup(deps: StaffGroupDeps): StaffGroup {
  const { call, botId, staffChat, log, recheckMs = 30_000 } = deps
  /** By what Telegram says of the bot. */
  let told = new Set<StaffRight>()
  /** By what it refused, when that was and when somebody may try again. */
  const refusals = new Map<StaffRight, { at: number; tryAt: number }>()
  let before = ''
  let timer: NodeJS.Timeout | undefined
  let isAsking = false
  let isAskedAgain = false
  let isStopped = false
  const now = () => performance.now()

  const missing = () => staffRights.filter((right) => told.has(right) || refusals.has(right))

  function ask(): void {
    if (isAsking) isAskedAgain = true
    if (isAsking || isStopped) return
    isAsking = true
    void askOnce()
      .catch((error: unknown) =>
        log.warn({ err: error }, 'What the bot may do in the staff group could not be kept'),
      )
      .finally(() => {
        isAsking = false
        if (isAskedAgain) {
          isAskedAgain = false
          ask()
        } else schedule()
      })
  }

  async function askOnce(): Promise<void> {
    const chatId = staffChat.id()
    if (chatId === null) return
    const answer = await askTelegram(chatId)
    const given = answer === null ? [] : [...told].filter((right) => !answer.includes(right))
    if (answer !== null) told = new Set(answer)
    for (const [right, { at }] of refusals) {
      // Given since, or nobody who needed it was refused for long.
      const isOver = given.includes(right) || now() - at > 2 * recheckMs
      if (isOver) refusals.delete(right)
    }
    await keep(chatId)
  }

  /** Null when Telegram cannot be asked. */
  async function askTelegram(chatId: number): Promise<StaffRight[] | null> {
    const chat = await call('getChat', { chat_id: chatId })
    const member = chat.ok ? await call('getChatMember', { chat_id: chatId, user_id: botId }) : chat
    if (chat.ok && member.ok) return missingRights(member.result, chat.result)
    if (member.ok) return null
    const { kind } = judge(member.failure, { attempts: 1 })
    if (kind === 'chat_lost' || kind === 'recipient_gone' || kind === 'forbidden') return ['write']
    const failure = describeFailure(member.failure)
    log.warn({ failure }, 'Telegram did not say what the bot may do in the staff group')
    return null
  }

  /** Tells of what is another now, and lets go what waited for it. */
  async function keep(chatId: number): Promise<void> {
    const lacking = missing()
    const after = `${String(chatId)} ${lacking.join()}`
    const isAnother = after !== before
    if (isAnother) {
      await deps.tell(chatId, lacking)
      await deps.makeGood(lacking)
    }
    before = after
    // Also when nothing has changed: whoever may try again does so now.
    if (isAnother || refusals.size > 0) deps.wake()
  }

  function schedule(): void {
    clearTimeout(timer)
    if (!isStopped && missing().length > 0) timer = setTimeout(ask, recheckMs)
  }

  return {
    lacks(right) {
      if (told.has(right)) return true
      const refusal = refusals.get(right)
      if (refusal === undefined) return false
      if (now() < refusal.tryAt) return true
      refusal.tryAt = now() + recheckMs
      return false
    },
    refused(right) {
      if (told.has(right)) return
      const isNew = !refusals.has(right)
      refusals.set(right, { at: now(), tryAt: now() + recheckMs / 2 })
      if (isNew) ask()
    },
    granted(right) {
      if (refusals.delete(right)) ask()
    },
    changed() {
      refusals.clear()
      ask()
    },
    seenForum(isForum) {
      if (isForum === told.has('topics')) ask()
    },
    missing,
    problem() {
      const lacking = missing()
      return lacking.length === 0 ? null : `The bot lacks in the staff group: ${lacking.join(', ')}`
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
