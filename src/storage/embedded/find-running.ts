import { readFile, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { clusterIn, urlOf } from './cluster.ts'
import { runningPostmaster } from './postmaster.ts'

/**
 * Finds the server that a running desk keeps in DATA_DIR, without becoming its owner.
 *
 * @returns its address, which holds the password; null when none runs there
 */
export async function findRunning(dataDir: string): Promise<string | null> {
  const root = await realpath(resolve(dataDir)).catch(() => null)
  if (root === null) return null
  const password = await readFile(join(root, 'postgres.password'), 'utf8').catch(() => null)
  if (password === null) return null
  const cluster = clusterIn(root, password.trim())
  const postmaster = await runningPostmaster(cluster)
  if (postmaster === null || postmaster.port === 0) return null
  return urlOf(cluster, postmaster.port)
}
