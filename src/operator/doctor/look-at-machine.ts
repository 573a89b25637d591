import { readFileSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

import { sizeInWords } from './in-words.ts'
import { ok, warning, wrong, type Line } from './line.ts'
import type { Surroundings } from './surroundings.ts'

// src/operator/doctor and dist/operator/doctor lie equally deep below the package's root.
const packageFile = new URL('../../../package.json', import.meta.url)

export function lookAtNode(): Line[] {
  const { engines } = JSON.parse(readFileSync(packageFile, 'utf8')) as { engines: { node: string } }
  return [judgeNode(process.versions.node, engines.node.replace('>=', ''))]
}

/** Both as `20.19.4`; the second may be shorter. */
export function judgeNode(version: string, atLeast: string): Line {
  const what = 'Node.js'
  if (compare(version, atLeast) >= 0) return ok(what, version)
  return wrong(what, version, `Install Node.js ${atLeast} or newer: https://nodejs.org/en/download`)
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}

/** Where the data lies that the desk keeps itself. */
export async function lookAtDisk({ config }: Pick<Surroundings, 'config'>): Promise<Line[]> {
  const what = 'disk'
  const { databaseUrl, dataDir } = config
  if (databaseUrl !== null) {
    return [ok(what, 'to be watched where the PostgreSQL of DATABASE_URL keeps its data')]
  }
  const folder = await nearestFolder(resolve(dataDir))
  const { bavail, bsize } = await statfs(folder)
  const isWritable = await access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  return [judgeDisk({ dataDir, freeBytes: bavail * bsize, isWritable })]
}

/** It is made by the first start. */
async function nearestFolder(path: string): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  return isThere || dirname(path) === path ? path : nearestFolder(dirname(path))
}

/** PostgreSQL stops at a full disk; a checkpoint of the embedded one takes some 256 MB. */
const little = { warning: 1_000_000_000, wrong: 300_000_000 }

export function judgeDisk(facts: {
  dataDir: string
  freeBytes: number
  isWritable: boolean
}): Line {
  const { dataDir, freeBytes, isWritable } = facts
  const what = 'disk'
  if (!isWritable) {
    const todo = 'Give the folder to the user that runs the desk (chown), or set another DATA_DIR.'
    return wrong(what, `${dataDir} cannot be written to`, todo)
  }
  const found = `${sizeInWords(freeBytes)} free at ${dataDir}`
  const todo = 'Make room there, or set a DATA_DIR on another disk and move the folder to it.'
  if (freeBytes < little.wrong) return wrong(what, found, todo)
  return freeBytes < little.warning ? warning(what, found, todo) : ok(what, found)
}
