import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The user the server runs as. */
export interface ServerUser {
  /** Null: our own. */
  ids: { uid: number; gid: number } | null
  /** Whether it may pass folders that are closed to it; only root can grant that. */
  passesClosedFolders: boolean
}

/** PostgreSQL refuses to run as root; for root it runs as the user `postgres`, made if missing. */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return { ids: null, passesClosedFolders: false }
  const existing = await lookUp()
  if (existing !== null) return { ids: existing, passesClosedFolders: false }
  await run('groupadd', ['--system', '--force', 'postgres'])
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  const made = await lookUp()
  if (made === null) throw new Error('The user postgres could not be made')
  return { ids: made, passesClosedFolders: false }
}

async function lookUp(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([
      run('id', ['-u', 'postgres']),
      run('id', ['-g', 'postgres']),
    ])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/** The outermost folder on the way to `path` that the server's user may not enter, or null. */
export async function closedFolder(path: string, { ids }: ServerUser): Promise<string | null> {
  if (ids === null) return null
  const folders = [resolve(path)]
  for (let parent = dirname(resolve(path)); parent !== folders[0]; parent = dirname(parent)) {
    folders.unshift(parent)
  }
  for (const folder of folders) {
    const { mode, uid, gid } = await stat(folder)
    const search = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001
    if ((mode & search) === 0) return folder
  }
  return null
}

/** Root's home is closed to others, and many a desk is installed there; null where Linux says no. */
export async function passingClosedFolders(user: ServerUser): Promise<ServerUser | null> {
  const passing = { ...user, passesClosedFolders: true }
  const { file, args } = commandAs(passing, 'true', [])
  return run(file, args).then(
    () => passing,
    () => null,
  )
}

/** How to run a program as that user. */
export function commandAs(
  { ids, passesClosedFolders }: ServerUser,
  program: string,
  args: string[],
): { file: string; args: string[]; ids: { uid?: number; gid?: number } } {
  if (ids === null) return { file: program, args, ids: {} }
  if (!passesClosedFolders) return { file: program, args, ids }
  // CAP_DAC_READ_SEARCH: https://man7.org/linux/man-pages/man7/capabilities.7.html
  // The securebit lets access(2), with which PostgreSQL looks for itself, take it into account.
  const grant = [
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--securebits=+no_setuid_fixup',
    '--',
  ]
  return { file: 'setpriv', args: [...grant, program, ...args], ids: {} }
}
