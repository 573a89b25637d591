import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

import type { Queryable } from '../../storage/sql.ts'
import { readSetting, saveSetting } from '../settings.ts'

/** What an administrator types where no group is set. */
export interface SetupCode {
  /** As it is printed. */
  code: string
  /** Whether this is the code, however a telephone writes it; past some wrong ones nobody answers. */
  judge(given: string): 'right' | 'wrong' | 'too_many'
}

/** Forgotten by the statement that sets the group (staff-chat.ts). */
const key = 'setup_code'
/** Without those that are taken for another: 0 o 1 l. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
const halfLength = 5
const shape = new RegExp(
  `^[${letters}]{${String(halfLength)}}-[${letters}]{${String(halfLength)}}$`,
)

/**
 * Wrong codes that are answered in an hour. The bound is on what strangers can make the bot say;
 * guessing 50 bits is hopeless at any speed, so the right code is taken whatever came before it.
 */
const answered = { most: 20, withinMs: 3_600_000 }

/** The code of this desk: the same at each start, until a group was set with it. */
export async function openSetupCode({
  db,
  log,
}: {
  db: Queryable
  log: Record<'warn', (fields: object, message: string) => void>
}): Promise<SetupCode> {
  const kept = await readSetting(db, key)
  const isUsable = typeof kept === 'string' && shape.test(kept)
  const code = isUsable ? kept : `${randomLetters()}-${randomLetters()}`
  if (!isUsable) await saveSetting(db, key, code)

  let wrong = 0
  let since = performance.now()
  return {
    code,
    judge(given) {
      if (timingSafeEqual(digest(given), digest(code))) return 'right'
      if (performance.now() - since > answered.withinMs) {
        wrong = 0
        since = performance.now()
      }
      wrong += 1
      if (wrong === answered.most + 1) {
        log.warn({ wrong }, 'Many wrong codes follow /setup: for an hour they get no answer')
      }
      return wrong > answered.most ? 'too_many' : 'wrong'
    },
  }
}

function randomLetters(): string {
  return Array.from({ length: halfLength }, () => letters[randomInt(letters.length)]).join('')
}

/** Hashed, so that neither its letters nor their number can be measured. */
function digest(code: string): Buffer {
  const bare = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return createHash('sha256').update(bare).digest()
}
