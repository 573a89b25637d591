import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { isAlive } from '../src/storage/embedded/is-alive.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const packed = join(root, 'node_modules/@sparticuz/chromium')
const cache = join(root, 'node_modules/.cache/chromium')

/** The packed program; with it come libraries and fonts for systems that have none. */
export const packedBrowser = join(packed, 'bin/chromium.br')

export interface UnpackedBrowser {
  path: string
  /** What it needs besides the environment it is started in. */
  env: Record<string, string>
}

/**
 * Unpacks the browser that npm installed (65 MB, 206 MB unpacked), once for each version, into
 * node_modules, which `npm ci` empties. Several processes may ask at once: each unpacks beside the
 * place, and the first one to be ready takes it.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(cache, version)
  if (!existsSync(folder)) await unpackTo(folder)
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

async function unpackTo(folder: string): Promise<void> {
  await removeAbandoned()
  const draft = `${folder}-${String(process.pid)}`
  await mkdir(draft, { recursive: true })
  try {
    await unpackInto(draft)
    await writeFile(join(draft, 'fonts.conf'), fontsIn(folder))
    await rename(draft, folder).catch((error: unknown) => {
      // Another process was first, and what it unpacked is the same.
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * Runs the package's own unpacking, which writes into the folder of temporary files, the libraries
 * only where it believes to be at Amazon, and changes the environment of the process it runs in.
 */
async function unpackInto(draft: string): Promise<void> {
  const script = `const { default: chromium } = await import(process.argv[1])
    await chromium.executablePath()`
  const module = join(packed, 'build/esm/index.js')
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, module], {
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    timeout: 300_000,
  })
}

/** The system's fonts, and the packed ones for a system that has none. */
function fontsIn(folder: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(folder, 'fonts')]
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((one) => `  <dir>${one}</dir>`).join('\n')}
  <cachedir>${join(dirname(folder), 'fonts-cache')}</cachedir>
</fontconfig>
`
}

/** Drafts of processes that were killed. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(cache).catch(() => [])
  for (const name of names) {
    const pid = Number(/-(\d+)$/.exec(name)?.[1])
    if (pid > 0 && !isAlive(pid)) await rm(join(cache, name), { recursive: true, force: true })
  }
}
