import { z } from 'zod'

import type { Desk } from '../../desk/desk.ts'
import type { T, Texts } from '../../locales/texts.ts'
import { readSetting, saveSetting } from '../../services/settings.ts'
import type { Call, CallParams } from './call.ts'
import { describeFailure } from './failure.ts'

export interface AnnounceDeps {
  call: Call
  db: Parameters<typeof readSetting>[0]
  desk: Pick<Desk, 'languages'>
  texts: Texts
  /** The staff group, once there is one. */
  staffChatId: number | null
  log: { warn: (fields: object, message: string) => void }
}

type CommandList = CallParams<'setMyCommands'>

const clientCommands = ['new', 'tickets', 'journal', 'settings', 'help', 'cancel'] as const
const staffCommands = [
  ...(['take', 'assign', 'release', 'ask', 'solve', 'withdraw', 'note', 'later', 'dev'] as const),
  ...(['done', 'priority', 'tag', 'close', 'reopen', 'merge', 'split', 'unsend'] as const),
  ...(['card', 'history', 'queue', 'mine', 'find', 'stats', 'away', 'back'] as const),
]

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
  const [first] = desk.languages
  const scope = { type: 'all_private_chats' } as const
  const forClients = (t: T) =>
    clientCommands.map((command) => ({ command, description: t(`command-${command}`) }))
  const t = texts(first)
  const forStaff = [
    ...staffCommands.map((command) => ({ command, description: t(`command-${command}`) })),
    { command: 'help', description: t('command-staff-help') },
  ]
  return [
    // Whoever speaks none of the desk's languages reads its first one.
    { scope, commands: forClients(t) },
    ...desk.languages.map((language) => ({
      scope,
      language_code: language,
      commands: forClients(texts(language)),
    })),
    ...(staffChatId === null
      ? []
      : [{ scope: { type: 'chat', chat_id: staffChatId } as const, commands: forStaff }]),
  ]
}
