import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The user the server runs as; empty when it is our own. */
export type ServerUser = { uid: number; gid: number } | Record<string, never>

/** PostgreSQL refuses to run as root; for root it runs as the user `postgres`, made if missing. */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {}
  const existing = await lookUp()
  if (existing !== null) return existing
  await run('groupadd', ['--system', '--force', 'postgres'])
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  const made = await lookUp()
  if (made === null) throw new Error('The user postgres could not be made')
  return made
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
export async function closedFolder(path: string, user: ServerUser): Promise<string | null> {
  if (!('uid' in user)) return null
  const folders = [resolve(path)]
  while (folders[0] !== undefined && dirname(folders[0]) !== folders[0]) {
    folders.unshift(dirname(folders[0]))
  }
  for (const folder of folders) {
    const { mode, uid, gid } = await stat(folder)
    const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & search) === 0) return folder
  }
  return null
}
