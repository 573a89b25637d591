import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { newestChangeMs } from './freshness.mjs'

const root = new URL('..', import.meta.url)
const inRoot = (path) => fileURLToPath(new URL(path, root))
const sources = ['sandbox/page', 'sandbox/play/protocol.ts', 'package-lock.json'].map(inRoot)
const built = inRoot('sandbox/dist')

/** True when there is no page, or it is older than its sources. */
export function isPageStale() {
  if (!existsSync(inRoot('sandbox/page'))) return false
  const index = `${built}/index.html`
  return !existsSync(index) || newestChangeMs(sources) > statSync(index).mtimeMs
}

/** True where the sources and the builder are; a production install has neither. */
export function canBuildPage() {
  return existsSync(inRoot('sandbox/page')) && existsSync(inRoot('node_modules/vite'))
}

/** Builds the page of the sandbox beside the present one, which it replaces when it is complete. */
export async function buildPage() {
  const { build } = await import('vite')
  const draft = `${built}-${process.pid}`
  const replaced = `${draft}-replaced`
  try {
    await build({
      configFile: inRoot('sandbox/page/vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: draft },
    })
    if (existsSync(built)) renameSync(built, replaced)
    renameSync(draft, built)
  } finally {
    for (const folder of [draft, replaced]) rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns whether there was something to build */
export async function buildPageIfStale() {
  const isStale = isPageStale()
  if (isStale) await buildPage()
  return isStale
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await (process.argv.includes('--if-stale') ? buildPageIfStale() : buildPage())
}
