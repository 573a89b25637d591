import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rm, stat, type FileHandle } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { minimalEnvironment, type Cluster, type ServerTools } from './cluster.ts'
import { isAlive } from './is-alive.ts'
import { commandAs } from './server-user.ts'

export interface Postmaster {
  pid: number
  port: number
}

export interface SpawnedServer {
  pid: number | undefined
  hasEnded(): boolean
}

/** Small, because a desk is: it fits beside the program on the smallest machine one can rent. */
const smallDesk = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '32MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '1',
  // Three processes less than the default `worker`.
  io_method: 'sync',
  huge_pages: 'off',
  jit: 'off',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}

const maxLogBytes = 1_000_000

/** Only for data nobody will miss: a crash of the machine may lose all of it; many tests share it. */
const forTests = { fsync: 'off', full_page_writes: 'off', max_connections: '200' }

/**
 * Reads postmaster.pid: null when no server can be running on these files.
 *
 * The file outlives a server that was killed, and its number may belong to another program by now.
 * https://www.postgresql.org/docs/18/storage-file-layout.html
 */
export async function runningPostmaster({
  folder,
}: Pick<Cluster, 'folder'>): Promise<Postmaster | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port] = text.split('\n').map(Number)
  if (pid === undefined || !(pid > 0) || !isAlive(pid)) return null
  if (!(await commandOf(pid)).includes(folder)) return null
  return { pid, port: port ?? 0 }
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', `${pid}`])
  return stdout
}

/**
 * Starts a server and leaves it to itself: in a process group of its own, so that Ctrl+C in a
 * terminal reaches only us and we end it after the last transaction. It ends at once when another
 * program was faster, or took the port.
 */
export async function spawnPostmaster(
  cluster: Cluster,
  { binaries, serverUser, durable }: ServerTools,
): Promise<SpawnedServer> {
  const settings = { ...smallDesk, ...(durable ? {} : forTests), port: `${await freePort()}` }
  await forgetStranger(cluster)
  const log = await openLog(cluster.logFile)
  const { file, args, ids } = commandAs(serverUser, binaries.postgres, [
    '-D',
    cluster.folder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const child = spawn(file, args, {
    ...ids,
    cwd: cluster.folder,
    env: minimalEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let over = false
  const end = (): void => void (over = true)
  child.once('exit', end).once('error', end)
  child.unref()
  await log.close()
  return { pid: child.pid, hasEnded: () => over }
}

/**
 * After a crash the number in postmaster.pid can belong to another program (in a container it
 * usually does); PostgreSQL would take that one for a server of these files and refuse to start.
 */
async function forgetStranger(cluster: Cluster): Promise<void> {
  const file = join(cluster.folder, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (pid > 0 && isAlive(pid) && (await runningPostmaster(cluster)) === null) {
    await rm(file, { force: true })
  }
}

async function openLog(path: string): Promise<FileHandle> {
  const { size } = await stat(path).catch(() => ({ size: 0 }))
  const log = await open(path, size > maxLogBytes ? 'w' : 'a', 0o600)
  return log
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
