import { setTimeout as sleep } from 'node:timers/promises'

import type { Desk } from '../desk/desk.ts'
import { loadDesk } from '../desk/load-desk.ts'
import { countMentions } from '../services/privacy/count-mentions.ts'
import { erasePerson, type EraseVerdict } from '../services/privacy/erase-person.ts'
import { confirmationOf, namesOf, readSheet } from '../services/privacy/person-sheet.ts'
import type { Database } from '../storage/database.ts'
import { lockDesk } from '../storage/desk-lock.ts'
import { begin } from '../storage/sql.ts'
import type { Command, CommandVerdict } from './command.ts'
import { eraseSheet } from './erase-sheet.ts'
import { withDatabase } from './open-database.ts'
import { personForms, personNamed } from './person-named.ts'

/** Takes a person out of the desk, after it was shown what that means. */
export const erase: Command = {
  name: 'erase',
  summary: 'takes a client and every word of and to them out of the desk',
  usage: [
    ['erase PERSON', `shows what goes and what stays, and how to do it; ${personForms}`],
    ['erase PERSON WORD', 'does it, with the word that was shown; nothing brings it back'],
  ],
  understands: (words) => words.length === 1 || words.length === 2,
  run([given = '', word], config) {
    // Own texts are the bot's, which nobody writes here.
    const { path, explicit } = config.deskFile
    const loaded = loadDesk(path, explicit, () => null)
    if (!loaded.ok) return Promise.resolve(loaded)
    return withDatabase(
      config,
      async (database) => {
        const named = await personNamed(database.pool, given)
        if (!named.ok) return named
        const { id } = named.person
        return word === undefined ? show(database, id) : erased(database, loaded.desk, id, word)
      },
      { whenStopped: 'start' },
    )
  },
}

async function show({ pool }: Database, id: number): Promise<CommandVerdict> {
  const sheet = await readSheet(pool, id)
  if (sheet === null) return { ok: false, message: `person:${String(id)} is gone.` }
  const mentions = await countMentions(pool, id, namesOf(sheet))
  return { ok: true, output: eraseSheet(sheet, mentions, confirmationOf(sheet)) }
}

/** While no desk runs, none starts in the middle of it. */
async function erased(
  { pool, url }: Database,
  desk: Desk,
  id: number,
  word: string,
): Promise<CommandVerdict> {
  const log = { info: () => undefined, warn: () => undefined }
  const alone = await lockDesk({ url, waitMs: 0, log })
  try {
    const verdict = await erasePerson(
      {
        desk,
        begin: () => begin(pool, { timeoutMs: 600_000 }),
        isAlone: alone.ok,
        now: () => new Date(),
        pause: (ms) => sleep(ms),
      },
      id,
      word,
    )
    return inWords(id, verdict, alone.ok)
  } finally {
    if (alone.ok) await alone.lock.release()
  }
}

function inWords(id: number, verdict: EraseVerdict, isAlone: boolean): CommandVerdict {
  const name = `person:${String(id)}`
  if (verdict.ok) {
    const { topics } = verdict
    const counted =
      topics === 1
        ? 'The topic in the staff group is'
        : `${String(topics)} topics in the staff group are`
    const when = isAlone ? 'by the desk as soon as it is started' : 'by the running desk'
    const removal = topics === 0 ? '' : ` ${counted} removed ${when}.`
    return { ok: true, output: `${name} is erased.${removal}` }
  }
  switch (verdict.reason) {
    case 'unknown':
      return { ok: false, message: `${name} is erased already.` }
    case 'changed':
      return {
        ok: false,
        message: `That is not the word for ${name} as it is now: look again with erase ${name}.`,
      }
    case 'busy':
      return {
        ok: false,
        message: `Something to or about ${name} is being sent and does not come to an end: try again in a minute.`,
      }
  }
}
