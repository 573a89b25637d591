import { z } from 'zod'

import type { Desk } from '../../desk/desk.ts'
import type { Texts } from '../../locales/texts.ts'
import type { Queryable } from '../../services/intake/work.ts'
import { readSetting, saveSetting } from '../../services/settings.ts'
import { clientMenu, staffMenu } from '../commands/menus.ts'
import type { Call, CallParams } from './calls/call.ts'
import { describeFailure } from './calls/failure.ts'

export interface AnnounceDeps {
  call: Call
  db: Queryable
  desk: Pick<Desk, 'languages'>
  texts: Texts
  /** The staff group, once there is one. */
  staffChatId: number | null
  log: { warn: (fields: object, message: string) => void }
}

type CommandList = CallParams<'setMyCommands'>

/** What Telegram was told last, by scope and language. */
const told = z.record(z.string(), z.string())

/**
 * Tells Telegram the commands to show, per scope and language. Telegram limits this call hard, so
 * only what changed since the last time is told. A failure is tried again at the next start.
 */
export async function announceCommands(deps: AnnounceDeps): Promise<void> {
  const { call, db, log } = deps
  const before = told.safeParse(await readSetting(db, 'commands'))
  const known = before.success ? before.data : {}
  for (const list of listsOf(deps)) {
    const key = JSON.stringify([list.scope, list.language_code])
    const content = JSON.stringify(list.commands)
    if (known[key] === content) continue
    const answer = await call('setMyCommands', list)
    if (!answer.ok) {
      log.warn({ failure: describeFailure(answer.failure) }, 'Commands could not be announced')
      return
    }
    known[key] = content
    await saveSetting(db, 'commands', known)
  }
}

function listsOf({ desk, texts, staffChatId }: AnnounceDeps): CommandList[] {
  const t = texts(desk.languages[0])
  const clients = { type: 'all_private_chats' } as const
  const lists: CommandList[] = [
    // Whoever speaks none of the desk's languages reads its first one.
    { scope: clients, commands: clientMenu(t) },
    ...desk.languages.map((language) => ({
      scope: clients,
      language_code: language,
      commands: clientMenu(texts(language)),
    })),
  ]
  if (staffChatId === null) return lists
  const staff = { type: 'chat', chat_id: staffChatId } as const
  return [...lists, { scope: staff, commands: staffMenu(t) }]
}
