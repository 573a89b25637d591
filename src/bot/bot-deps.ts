import type { UserFromGetMe } from 'telegraf/types'

import type { Desk } from '../desk/desk.ts'
import type { Texts } from '../locales/texts.ts'
import type { Queryable } from '../services/intake/work.ts'
import type { StaffChat } from '../services/staff-chat.ts'

/** What the parts of the bot are made from. */
export interface BotDeps {
  token: string
  botInfo: UserFromGetMe
  db: Queryable
  desk: Desk
  texts: Texts
  staffChat: StaffChat
  /** What `/setup` must be followed by, while no staff group is set. */
  setupCode: string
}
