import { existsSync } from 'node:fs'

import { loadDesk } from '../../desk/load-desk.ts'
import { checkText } from '../../locales/check-text.ts'
import { ok, wrong, type Line } from './line.ts'
import type { Surroundings } from './surroundings.ts'

/** Whether each variable can be read. */
export function lookAtEnvironment({ complaints }: Pick<Surroundings, 'complaints'>): Line[] {
  if (complaints.length === 0) return [ok('environment', 'every variable can be read')]
  return complaints.map(({ message }) =>
    wrong('environment', message, 'Correct it where the desk is started from, and start it again.'),
  )
}

/** Whether a start would take the desk file. */
export function lookAtDeskFile({ config }: Pick<Surroundings, 'config'>): Line[] {
  const what = 'desk file'
  const { path, explicit } = config.deskFile
  const loaded = loadDesk(path, explicit, checkText)
  if (!loaded.ok) {
    const todo = 'Correct it, see desk.example.yaml; a running desk reads it when it starts again.'
    return [wrong(what, loaded.message, todo)]
  }
  const found = existsSync(path)
    ? `${path} can be read`
    : `there is no ${path}, so the desk is the built-in one`
  return [ok(what, found)]
}
