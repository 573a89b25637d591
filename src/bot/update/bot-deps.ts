import type { UserFromGetMe } from 'telegraf/types'

import type { Desk } from '../../desk/desk.ts'
import type { Texts } from '../../locales/texts.ts'
import type { SetupCode } from '../../services/telegram/setup-code.ts'
import type { StaffChat } from '../../services/telegram/staff-chat.ts'
import type { Members } from '../telegram/members.ts'
import type { StaffGroup } from '../telegram/rights/staff-group.ts'

/** What the parts of the bot are made from. */
export interface BotDeps {
  token: string
  botInfo: UserFromGetMe
  desk: Desk
  texts: Texts
  staffChat: StaffChat
  /** What the bot may do there. */
  staffGroup: Pick<StaffGroup, 'seenForum'>
  /** Who is a member of it. */
  members: Pick<Members, 'know'>
  /** What `/setup` must be followed by; null where a staff group was set before the start. */
  setupCode: Pick<SetupCode, 'judge'> | null
}
