import { readFile } from 'node:fs/promises'

// src/operator and dist/operator lie equally deep below the package's root.
const packageFile = new URL('../../package.json', import.meta.url)

/** The version of this program, as its package says. */
export async function programVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string }
  return version
}
