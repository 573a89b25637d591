import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { isAlive } from '../src/storage/embedded/is-alive.ts'
import { runningPostmaster } from '../src/storage/embedded/postmaster.ts'

const prefix = 'kvytok-demo-'

/** Where a demo has its database: in the kept folder, or in one that is gone after the demo. */
export interface DemoFolder {
  path: string
  kept: boolean
  /** Removes what is not kept. */
  close(): Promise<void>
  /** Ends the database and removes what is not kept, without a pause. */
  endAtOnce(): void
}

export async function openFolder(keepFolder: string | null): Promise<DemoFolder> {
  const kept = keepFolder !== null
  const path = keepFolder ?? (await mkdtemp(join(tmpdir(), `${prefix}${String(process.pid)}-`)))
  return {
    path,
    kept,
    async close() {
      if (!kept) await rm(path, { recursive: true, force: true })
    },
    endAtOnce() {
      endPostmaster(path)
      if (!kept) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Removes what demos left that were killed. */
export async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(name.split(prefix)[1]?.split('-')[0])
    if (!(pid > 0) || isAlive(pid)) continue
    const path = join(tmpdir(), name)
    if ((await runningPostmaster({ folder: join(path, 'postgres') })) !== null) endPostmaster(path)
    await rm(path, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Ends the database of a folder. SIGQUIT: it ends now, and looks after its files at the next start. */
export function endPostmaster(path: string): void {
  try {
    const [pid] = readFileSync(join(path, 'postgres/postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), 'SIGQUIT')
  } catch {
    // It never ran, or has ended.
  }
}
