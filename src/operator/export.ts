import { open } from 'node:fs/promises'

import { exportPerson } from '../services/privacy/export-person.ts'
import type { Command, CommandVerdict } from './command.ts'
import { withDatabase } from './open-database.ts'
import { personForms, personNamed } from './person-named.ts'

/** Gives a person what is kept of him. */
export const exporting: Command = {
  name: 'export',
  summary: 'writes all that is kept of a client into a file, to be given to them',
  usage: [['export PERSON FILE', `a new file, as JSON; ${personForms}`]],
  understands: (words) => words.length === 2,
  run([given = '', path = ''], config) {
    return withDatabase(
      config,
      async ({ pool }) => {
        const named = await personNamed(pool, given)
        if (!named.ok) return named
        const all = await exportPerson(pool, named.person.id)
        const document = { exportedAt: new Date().toISOString(), ...all }
        const text = `${JSON.stringify(document, null, 2)}\n`
        const refusal = await writeNew(path, text)
        if (refusal !== null) return refusal
        const tickets =
          all.tickets.length === 1 ? '1 ticket' : `${String(all.tickets.length)} tickets`
        return {
          ok: true,
          output: `${path} holds what is kept of person:${String(named.person.id)}, with ${tickets}. Only you can read it.`,
        }
      },
      { whenStopped: 'start' },
    )
  },
}

/** For its owner alone, and never over another file. */
async function writeNew(path: string, text: string): Promise<CommandVerdict | null> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(text)
    } finally {
      await file.close()
    }
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === '') throw error
    const why = code === 'EEXIST' ? 'it is there already: name a new one' : code
    return { ok: false, message: `${path} cannot be written: ${why}.` }
  }
}
