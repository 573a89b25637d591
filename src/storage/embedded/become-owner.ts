import { setTimeout as delay } from 'node:timers/promises'
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
/** A killed program's connection may need a moment to be noticed by the server. */
const ownedLimitMs = 3_000
const pollMs = 20
const maxSpawns = 5

/**
 * Ends with this process as the only owner of a running server, or with the reason why not.
 *
 * Several programs may do this at once on the same files. PostgreSQL lets one server run, and of
 * the connections to it one gets the lock; which program started the server does not matter.
 */
export async function becomeOwner(
  cluster: Cluster,
  tools: ServerTools,
): Promise<({ ok: true } & OwnedServer) | NotOwned> {
  const startedAt = Date.now()
  let ownedByOtherAt: number | null = null
  let spawned: SpawnedServer | null = null
  let spawns = 0
  let lastError: unknown

  while (Date.now() - startedAt < startLimitMs) {
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
        if (Date.now() - ownedByOtherAt > ownedLimitMs) return refusal(cluster, claim.byPid)
      } else {
        ownedByOtherAt = null
        lastError = claim.error
      }
    }
    await delay(pollMs)
  }
  const reason = lastError instanceof Error ? ` (${lastError.message})` : ''
  return {
    ok: false,
    message: `The embedded PostgreSQL does not start${reason}: see ${cluster.logFile}`,
  }
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
