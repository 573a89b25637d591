import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { readUpdates } from '../../sandbox/foreign-updates.ts'

/** One of each shape: kinds of update, contents of messages, and what is no update at all. */
const own = new URL('../fixtures/updates/', import.meta.url)
/** Updates that others published; whoever has such a folder beside the repository tests more. */
const published = new URL('../../../shared/updates/', import.meta.url)

/** Updates to be fed to what must cope with all of them; never none. */
export async function recordedUpdates(): Promise<Record<string, unknown>[]> {
  const folders = [own, published].map((url) => fileURLToPath(url)).filter(existsSync)
  const read = await Promise.all(folders.map((folder) => readUpdates(folder)))
  return read.flatMap((verdict) => {
    if (!verdict.ok) throw new Error(verdict.message)
    return verdict.updates
  })
}
