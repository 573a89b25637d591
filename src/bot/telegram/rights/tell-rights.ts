import type { Desk } from '../../../desk/desk.ts'
import type { T, Texts } from '../../../locales/texts.ts'
import { enqueue } from '../../../services/notifier/enqueue.ts'
import type { OutboxRow } from '../../../services/notifier/outcome.ts'
import type { Outgoing, Place } from '../../../services/notifier/outgoing.ts'
import { supervisors } from '../../../services/people/save-agent.ts'
import { readSetting, saveSetting } from '../../../services/settings.ts'
import { rights, toBeNamed, type Right } from './missing-rights.ts'

export interface TellDeps {
  db: Parameters<typeof enqueue>[0]
  desk: Desk
  texts: Texts
  /** Called with what is to be sent. */
  queued: (rows: OutboxRow[]) => void
  log: Record<'info' | 'error', (fields: object, message: string) => void>
}

/** What people were told last, kept so that a restart tells nothing twice. */
interface Told {
  chatId: number
  missing: Right[]
  /** How often they were told. */
  count: number
}

const key = 'staff_rights_told'

/**
 * Makes the function that tells what the bot lacks in the staff group and how to give it: there, or
 * the supervisors by themselves while it can write nothing there; and once that nothing is missing.
 */
export function createTellRights(
  deps: TellDeps,
): (chatId: number, missing: Right[]) => Promise<void> {
  const { db, desk, texts, queued, log } = deps
  return async (chatId, missing) => {
    const last = readTold(await readSetting(db, key))
    const known = last.chatId === chatId ? last.missing : []
    const added = missing.filter((right) => !known.includes(right))
    const gone = known.filter((right) => !missing.includes(right))
    if (added.length + gone.length === 0) return
    const told: Told = { chatId, missing, count: last.count + 1 }
    if (added.length > 0) log.error({ missing }, 'The bot lacks rights in the staff group')
    else log.info({ missing }, 'The bot has got rights in the staff group')
    const text = textFor(added, missing, texts(desk.languages[0]))
    const places = await placesFor(db, missing)
    const effects = places.map((place): Outgoing => ({
      kind: 'say',
      place,
      content: { text, entities: [] },
    }))
    // The same telling has the same cause, so a crash before it is noted tells nothing twice.
    const cause = `rights:${String(chatId)}:${String(told.count)}`
    const rows = await enqueue(db, cause, effects)
    await saveSetting(db, key, told)
    queued(rows)
  }
}

/** What is new of what is missing; where a part of it has come, all that is missing still. */
function textFor(added: Right[], missing: Right[], t: T): string {
  if (missing.length === 0) return t('group-complete')
  const all = toBeNamed(missing)
  const named = all.filter((right) => added.includes(right))
  const isLess = named.length === 0
  const lines = (isLess ? all : named).map((right) => t(`group-lacks-${right}`))
  return [t(isLess ? 'group-lacks-still' : 'group-lacks'), ...lines].join('\n')
}

async function placesFor(db: TellDeps['db'], missing: Right[]): Promise<Place[]> {
  if (!missing.includes('write')) return [{ kind: 'staff' }]
  const all = await supervisors(db)
  return all.map(({ telegramUserId: chatId }) => ({ kind: 'person', chatId }))
}

function readTold(value: unknown): Told {
  const { chatId = 0, missing = [], count = 0 } = (value ?? {}) as Partial<Told>
  return { chatId, missing: rights.filter((right) => missing.includes(right)), count }
}
