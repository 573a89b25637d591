import { setTimeout as delay } from 'node:timers/promises'
import type { OwnedServer } from './become-owner.ts'
import type { StorageLog } from '../database.ts'
import type { Cluster } from './cluster.ts'
import { claimServer, type Owner } from './ownership.ts'
import { runningPostmaster } from './postmaster.ts'

const reclaimLimitMs = 10_000
const stopLimitMs = 30_000
const pollMs = 20

/**
 * Watches the connection that owns the server. When it breaks (PostgreSQL restarts itself after a
 * fault in one of its processes) it is made again; if that fails the server is lost.
 */
export function keepOwnership(
  cluster: Cluster,
  { owner, postmaster }: OwnedServer,
  log: StorageLog,
): { lost: Promise<string>; stop: () => Promise<void> } {
  let current = owner
  let stopping: Promise<void> | null = null
  const { promise: lost, resolve: lose } = promiseWithResolve<string>()

  const watch = (client: Owner): void => {
    current = client
    client.once('end', () => {
      if (stopping === null) void reclaim()
    })
  }

  async function reclaim(): Promise<void> {
    log.warn({}, 'The connection that owns the embedded PostgreSQL broke')
    const endsAt = Date.now() + reclaimLimitMs
    while (stopping === null && Date.now() < endsAt) {
      if ((await runningPostmaster(cluster))?.pid !== postmaster.pid) break
      const claim = await claimServer(cluster, postmaster.port)
      if (claim.ok) {
        log.info({}, 'The embedded PostgreSQL restarted and is ours again')
        watch(claim.owner)
        return
      }
      await delay(pollMs)
    }
    lose(`The embedded PostgreSQL is gone: see ${cluster.logFile}`)
  }

  async function stop(): Promise<void> {
    // The lock goes with the server: until then nobody else may start to use it.
    signal(postmaster.pid, 'SIGINT')
    const endsAt = Date.now() + stopLimitMs
    while ((await runningPostmaster(cluster))?.pid === postmaster.pid) {
      if (Date.now() > endsAt) {
        signal(postmaster.pid, 'SIGQUIT')
        break
      }
      await delay(pollMs)
    }
    await current.end()
  }

  watch(owner)
  return { lost, stop: () => (stopping ??= stop()) }
}

/** SIGINT: roll back what runs, write everything to disk, end. SIGQUIT: end now, recover later. */
function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function promiseWithResolve<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => (resolve = done))
  return { promise, resolve }
}
