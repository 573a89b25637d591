import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

import { isAlive } from '../src/storage/embedded/is-alive.ts'
import { runningPostmaster } from '../src/storage/embedded/postmaster.ts'
import { endPostmaster } from './open-folder.ts'
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
/** Holds the process that makes the folder, until the demo in it is complete. */
const unfinishedName = 'demo.unfinished'

/** Reads what an earlier demo left in a folder, or begins a new one there. */
export async function beginKept(folder: string): Promise<KeptVerdict> {
  const names = (await readdir(folder).catch(ifMissing)) ?? []
  if (names.includes(unfinishedName)) {
    const pid = Number(await readFile(join(folder, unfinishedName), 'utf8'))
    if (isAlive(pid)) return { ok: false, message: goesOn(folder) }
    if ((await runningPostmaster({ folder: join(folder, 'postgres') })) !== null) {
      endPostmaster(folder)
    }
    const how = { recursive: true, force: true, maxRetries: 3 }
    for (const name of names) await rm(join(folder, name), how)
  } else if (names.includes(fileName)) {
    return readKept(folder, await readFile(join(folder, fileName)))
  } else if (names.length > 0) {
    const message = `The folder ${folder} holds other things: keep the demo in an empty one.`
    return { ok: false, message }
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, unfinishedName), String(process.pid))
  return { ok: true, kept: null }
}

/** From now on the demo in the folder can be gone on with. */
export function finishBeginning(folder: string): Promise<void> {
  return rm(join(folder, unfinishedName), { force: true })
}

/** Said of a folder that another demo uses. */
export function goesOn(folder: string): string {
  return `Another demo goes on in ${folder}: end it, or keep this one in another folder.`
}

function readKept(folder: string, bytes: Buffer): KeptVerdict {
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
  await writeFile(draft, serialize({ version: version(), kept }), { mode: 0o600 })
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
