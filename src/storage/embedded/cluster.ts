import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { isAlive } from './is-alive.ts'
import { commandAs, type ServerUser } from './server-user.ts'

const run = promisify(execFile)

/** Nothing of ours, the bot's token least of all, and messages that do not depend on the machine. */
export const minimalEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }

/** What it takes to run PostgreSQL's programs. */
export interface ServerTools {
  binaries: Binaries
  serverUser: ServerUser
  /** False only for data that nobody will miss: no fsync. */
  durable: boolean
}

/** Where the embedded database keeps its things. */
export interface Cluster {
  /** PostgreSQL's own folder. */
  folder: string
  logFile: string
  user: string
  password: string
}

/** The database of the desk in it. */
export const databaseName = 'kvytok'

/** @param root the absolute path of DATA_DIR, without links */
export function clusterIn(root: string, password: string): Cluster {
  return {
    folder: join(root, 'postgres'),
    logFile: join(root, 'postgres.log'),
    user: 'kvytok',
    password,
  }
}

/** The address of the desk's database; holds the password. */
export function urlOf({ user, password }: Cluster, port: number): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${databaseName}`
}

/** Makes DATA_DIR, and lets the server's user through to its own folder in it. */
export async function makeDataDir(dataDir: string, user: ServerUser): Promise<string> {
  const root = resolve(dataDir)
  await mkdir(root, { recursive: true })
  if (user.ids !== null) {
    const { mode } = await stat(root)
    // The files in it have modes of their own, and none of ours is open.
    if ((mode & 0o001) === 0) await chmod(root, mode | 0o011)
  }
  return realpath(root)
}

/**
 * Makes the database's files once. What is found under `DATA_DIR/postgres` is complete: it was
 * made elsewhere and renamed, so neither a kill nor a second program leaves half of it.
 */
export async function prepareCluster(root: string, tools: ServerTools): Promise<Cluster> {
  const cluster = clusterIn(root, await keepPassword(root))
  if (!existsSync(cluster.folder)) await initialise(cluster, tools)
  return cluster
}

/** `link` is atomic and fails if the name is taken: of two programs one writes, both read the same. */
async function keepPassword(root: string): Promise<string> {
  const file = join(root, 'postgres.password')
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`
    await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
    await link(draft, file).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    })
    await rm(draft)
  }
  return (await readFile(file, 'utf8')).trim()
}

async function initialise(
  cluster: Cluster,
  { binaries, serverUser, durable }: ServerTools,
): Promise<void> {
  const draft = `${cluster.folder}.${process.pid}`
  const passwordFile = join(draft, 'password')
  const files = join(draft, 'files')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, cluster.password, { mode: 0o600 })
  if (serverUser.ids !== null) {
    const { uid, gid } = serverUser.ids
    await chown(draft, uid, gid)
    await chown(passwordFile, uid, gid)
  }
  try {
    const { file, args, ids } = commandAs(serverUser, binaries.initdb, [
      `--pgdata=${files}`,
      `--username=${cluster.user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ])
    await run(file, args, { ...ids, cwd: draft, env: minimalEnvironment })
    await rename(files, cluster.folder)
  } catch (error) {
    // Somebody else was faster: his is as good.
    if (!existsSync(cluster.folder)) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * Removes what programs left that were killed while they made the files. One that still makes them
 * removes its own. Only for the owner.
 */
export async function removeDrafts({ folder }: Cluster): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    const pid = Number(/^postgres\.(\d+)$/.exec(name)?.[1])
    const isLeft = pid > 0 && (pid === process.pid || !isAlive(pid))
    if (isLeft) await rm(join(dirname(folder), name), { recursive: true, force: true })
  }
}
