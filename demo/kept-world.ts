import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

import { skipIds, worldFormat, type SavedWorld } from '../sandbox/state/saved-world.ts'

/** What of a demo is not in its database. */
export interface KeptWorld {
  world: SavedWorld
  /** How far its clock was ahead of the machine's. */
  aheadMs: number
  /** False while the demo runs: what came after the last saving is not in it. */
  complete: boolean
}

/** Null: nothing was kept in the folder so far. */
export type KeptVerdict = { ok: true; kept: KeptWorld | null } | { ok: false; message: string }

const fileName = 'demo.world'

/** Reads what an earlier demo left in a folder. */
export async function readKeptWorld(folder: string): Promise<KeptVerdict> {
  const bytes = await readFile(join(folder, fileName)).catch(ifMissing)
  if (bytes === null) {
    const names = await readdir(folder).catch(ifMissing)
    if (names === null || names.length === 0) return { ok: true, kept: null }
    const message = `The folder ${folder} holds other things: keep the demo in an empty one.`
    return { ok: false, message }
  }
  const kept = readVersion(bytes)
  if (kept === null) {
    const message = `The demo in ${folder} was made by another version of Kvytok: keep this one in another folder, or delete that one.`
    return { ok: false, message }
  }
  if (!kept.complete) skipIds(kept.world)
  return { ok: true, kept }
}

/** Writes it in one piece: whenever the program is killed, the file is whole. */
export async function writeKeptWorld(folder: string, kept: KeptWorld): Promise<void> {
  const path = join(folder, fileName)
  const draft = `${path}.draft`
  const bytes = serialize({ version: version(), kept })
  await mkdir(folder, { recursive: true })
  await writeFile(draft, bytes, { mode: 0o600 })
  await rename(draft, path)
}

/** Null when it was written by another version, of Node perhaps. */
function readVersion(bytes: Buffer): KeptWorld | null {
  try {
    const read = deserialize(bytes) as { version: string; kept: KeptWorld }
    return read.version === version() ? read.kept : null
  } catch {
    return null
  }
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version: ofPackage } = JSON.parse(text) as { version: string }
  return `${ofPackage}, world ${String(worldFormat)}`
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
