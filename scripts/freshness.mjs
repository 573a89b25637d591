import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Newest change below the given files and folders, in milliseconds since the epoch;
 * 0 when none of them exists. `skip` names folders that are left out (paths as joined).
 *
 * @param {string[]} paths
 * @param {string[]} [skip]
 * @returns {number}
 */
export function newestChangeMs(paths, skip = []) {
  return Math.max(0, ...paths.map((path) => changeMs(path, skip)))
}

function changeMs(path, skip) {
  if (skip.includes(path) || !existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  // A folder's own time is counted too: it tells that a file was deleted.
  const inside = readdirSync(path).map((name) => changeMs(join(path, name), skip))
  return Math.max(stat.mtimeMs, ...inside)
}
