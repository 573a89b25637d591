import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a demo has its database. */
export interface DemoFolder {
  path: string
  kept: boolean
  /** Removes what is not kept. */
  close(): Promise<void>
}

/** The kept folder, or one that is gone after the demo. */
export async function openFolder(keepFolder: string | null): Promise<DemoFolder> {
  if (keepFolder !== null) return { path: keepFolder, kept: true, close: async () => undefined }
  const path = await mkdtemp(join(tmpdir(), 'kvytok-demo-'))
  return {
    ...{ path, kept: false },
    close: () => rm(path, { recursive: true, force: true }),
  }
}
