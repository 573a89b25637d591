import { setTimeout as delay } from 'node:timers/promises'
import type { StorageLog } from '../database.ts'
import type { Cluster, ServerTools } from './cluster.ts'
import { claimServer, type Owner } from './ownership.ts'
import {
  runningPostmaster,
  spawnPostmaster,
  type Postmaster,
  type SpawnedServer,
} from './postmaster.ts'

export interface OwnedServer {
  owner: Owner
  postmaster: Postmaster
  adopted: boolean
}

export interface NotOwned {
  ok: false
  message: string
  /** Another program owns the server. */
  inUse?: true
}

const startLimitMs = 60_000
/** A killed program's connection needs a moment to be noticed by the server: not worth a line. */
const unnoticedMs = 1_000
const pollMs = 20
/** How often it is looked whether a program that works has ended. */
const ownedPollMs = 250
const maxSpawns = 5

/**
 * Ends with this process as the only owner of a running server, or with the reason why not.
 *
 * Several programs may do this at once on the same files. PostgreSQL lets one server run, and of
 * the connections to it one gets the lock; which program started the server does not matter.
 *
 * @param options.waitMs how long it waits for another owner to end
 */
export async function becomeOwner(
  cluster: Cluster,
  tools: ServerTools,
  { waitMs, log }: { waitMs: number; log: StorageLog },
): Promise<({ ok: true } & OwnedServer) | NotOwned> {
  let givenUpAt = Date.now() + startLimitMs
  let isSaid = false
  let ownedByOtherAt: number | null = null
  let spawned: SpawnedServer | null = null
  let spawns = 0
  let lastError: unknown

  while (Date.now() < givenUpAt) {
    let pauseMs = pollMs
    const postmaster = await runningPostmaster(cluster)
    if (postmaster === null && (spawned?.hasEnded() ?? true)) {
      if (spawns === maxSpawns) break
      spawns += 1
      spawned = await spawnPostmaster(cluster, tools)
    }
    if (postmaster !== null && postmaster.port > 0) {
      const claim = await claimServer(cluster, postmaster.port)
      if (claim.ok) {
        return { ...claim, postmaster, adopted: postmaster.pid !== spawned?.pid }
      }
      if (claim.reason === 'owned') {
        ownedByOtherAt ??= Date.now()
        // The time to start begins when the other program has ended.
        givenUpAt = Date.now() + startLimitMs
        const ownedMs = Date.now() - ownedByOtherAt
        if (ownedMs >= waitMs) return refusal(cluster, claim.byPid)
        if (ownedMs > unnoticedMs) {
          pauseMs = ownedPollMs
          if (!isSaid) sayThatItWaits(log, claim.byPid, waitMs)
          isSaid = true
        }
      } else {
        ownedByOtherAt = null
        lastError = claim.error
      }
    }
    await delay(pauseMs)
  }
  const reason = lastError instanceof Error ? ` (${lastError.message})` : ''
  return {
    ok: false,
    message: `The embedded PostgreSQL does not start${reason}: see ${cluster.logFile}`,
  }
}

function sayThatItWaits(log: StorageLog, holder: number | null, waitMs: number): void {
  const waitSeconds = Math.round(waitMs / 1_000)
  log.warn(
    { holder, waitSeconds },
    'Another program works with this database; waiting for it to end',
  )
}

function refusal(cluster: Cluster, byPid: number | null): NotOwned {
  const program = byPid === null ? 'Another program' : `Another program (process ${byPid})`
  return {
    ok: false,
    inUse: true,
    message:
      `${program} uses the database in ${cluster.folder}. ` + 'Stop it, or set another DATA_DIR.',
  }
}
