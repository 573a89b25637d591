import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { endConnection } from '../lock-attempt.ts'
import { connectForCopy } from './connect.ts'
import { dump, type Dumped } from './dump.ts'

export type WriteVerdict =
  | { ok: true; at: Date; rows: Dumped['rows']; bytes: number }
  /** Somebody's file has the name, or that of the draft. */
  | { ok: false; reason: 'exists'; path: string }
  /** The file cannot be written; `code` is the system's, as ENOSPC. */
  | { ok: false; reason: 'unwritable'; code: string }

/**
 * Writes all rows of the database into a file that only its owner reads. It appears under its name
 * when it is complete and on the disk; until then it is called `FILE.part`.
 *
 * Needs the same memory for a database of any size. Rejects when the database fails.
 *
 * @param options.version of this program
 */
export async function writeBackup({
  url,
  file,
  version,
}: {
  url: string
  file: string
  version: string
}): Promise<WriteVerdict> {
  const draft = `${file}.part`
  for (const path of [file, draft]) {
    if (existsSync(path)) return { ok: false, reason: 'exists', path }
  }
  const client = await connectForCopy(url)
  let dumped: Dumped | undefined
  async function* rows(): AsyncGenerator<Buffer> {
    dumped = yield* dump(client, version)
  }
  try {
    const target = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(rows, createGzip(), target)
    if (dumped === undefined) throw new Error('A backup ended before it was complete')
    await rename(draft, file)
    await syncFolder(dirname(file))
    const { size: bytes } = await stat(file)
    return { ok: true, at: dumped.at, rows: dumped.rows, bytes }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'EEXIST') return { ok: false, reason: 'exists', path: draft }
    await rm(draft, { force: true }).catch(() => undefined)
    if (code === null) throw error
    return { ok: false, reason: 'unwritable', code }
  } finally {
    await endConnection(client)
  }
}

/** The name must be on the disk as well as what it names. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What the system says of a file; null for an error of anything else, as a connection. */
function systemCode(error: unknown): string | null {
  const { code, syscall } = error as NodeJS.ErrnoException
  const isOfFile = syscall !== undefined && ['open', 'write', 'fsync', 'rename'].includes(syscall)
  return code !== undefined && isOfFile ? code : null
}
