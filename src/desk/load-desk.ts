import { readFileSync } from 'node:fs'
import type { TextCheck } from './check-desk.ts'
import { builtInDesk } from './complete-desk.ts'
import { parseDesk, type DeskVerdict } from './parse-desk.ts'

/**
 * Reads the desk file. Without a path, or when a file that was not named explicitly is not there,
 * the desk is the built-in one. `checkText` judges the operator's own texts; the desk itself does
 * not know the languages' files.
 */
export function loadDesk(
  path: string | undefined,
  explicit: boolean,
  checkText: TextCheck,
): DeskVerdict {
  if (path === undefined) return { ok: true, desk: builtInDesk }
  try {
    return parseDesk(readFileSync(path, 'utf8'), path, checkText)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' && !explicit) return { ok: true, desk: builtInDesk }
    if (typeof code !== 'string') throw error
    const trouble = troubles[code] ?? code
    return { ok: false, message: `DESK_FILE: ${path} cannot be read: ${trouble}.` }
  }
}

const troubles: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
}
