import { staffRights, type StaffRight } from '../../../domain/staff-right.ts'
import type { Perform } from '../../../services/perform.ts'
import { readSetting, saveSetting } from '../../../services/settings.ts'
import type { Queryable } from '../../../services/intake/work.ts'

export interface TellDeps {
  db: Queryable
  perform: Perform
  now: () => Date
  log: Record<'info' | 'error', (fields: object, message: string) => void>
}

/** What people were told last, kept so that a restart tells nothing twice. */
interface Told {
  chatId: number
  missing: StaffRight[]
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
): (chatId: number, missing: StaffRight[]) => Promise<void> {
  const { db, perform, now, log } = deps
  return async (chatId, missing) => {
    const last = readTold(await readSetting(db, key))
    const known = last.chatId === chatId ? last.missing : []
    const added = missing.filter((right) => !known.includes(right))
    const gone = known.filter((right) => !missing.includes(right))
    if (added.length + gone.length === 0) return
    const told: Told = { chatId, missing, count: last.count + 1 }
    if (added.length > 0) log.error({ missing }, 'The bot lacks rights in the staff group')
    else log.info({ missing }, 'The bot has got rights in the staff group')
    const cause = `rights:${String(chatId)}:${String(told.count)}`
    await perform({ cause, now: now() }, async (tx) => {
      await saveSetting(tx, key, told)
      const facts = { missing, added }
      return { ok: true, changes: [{ about: 'desk', notice: 'rights_changed', facts }] }
    })
  }
}

function readTold(value: unknown): Told {
  const { chatId = 0, missing = [], count = 0 } = (value ?? {}) as Partial<Told>
  return { chatId, missing: staffRights.filter((right) => missing.includes(right)), count }
}
