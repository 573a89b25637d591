import { listPersons } from '../services/privacy/find-persons.ts'
import type { Command } from './command.ts'
import { withDatabase } from './open-database.ts'
import { oneLine, table } from './table.ts'

const listedAtOnce = 50

/** Finds people, for the commands that take one. */
export const person: Command = {
  name: 'person',
  summary: 'finds a client by letters of the name, or by a user id',
  usage: [
    ['person list WORDS', `the last ${String(listedAtOnce)} who are called so, with their tickets`],
  ],
  understands: ([action, ...words]) => action === 'list' && words.length > 0,
  run([, ...words], config) {
    return withDatabase(
      config,
      async ({ pool }) => {
        const found = await listPersons(pool, words.join(' '), listedAtOnce)
        if (found.length === 0) return { ok: true, output: 'Nobody is called so.' }
        const rows = found.map(({ id, name, contacts, tickets }) => [
          `person:${String(id)}`,
          oneLine(name),
          contacts.join(', '),
          String(tickets),
        ])
        return { ok: true, output: table([['person', 'name', 'reached at', 'tickets'], ...rows]) }
      },
      { whenStopped: 'start' },
    )
  },
}
