import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach } from 'vitest'

import { openFolder } from '../../demo/open-folder.ts'
import type { DemoOptions } from '../../demo/read-options.ts'
import { startDemo, type Demo, type DemoVerdict } from '../../demo/start-demo.ts'

/** Demos inside of the test's process; what runs at the end is stopped. */
export function useDemo(): {
  /** Starts one that is not kept unless a folder is named. */
  start(options?: Partial<DemoOptions>): Promise<Demo>
  /** The same, also when it may be refused. */
  tryToStart(options?: Partial<DemoOptions>): Promise<DemoVerdict>
  /** A folder to keep a demo in, which is not there yet. */
  newFolder(): Promise<string>
} {
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })

  async function tryToStart(options: Partial<DemoOptions> = {}): Promise<DemoVerdict> {
    const whole = { keepFolder: null, seed: false, port: null, verbose: false, ...options }
    const folder = await openFolder(whole.keepFolder)
    ends.push(() => folder.close())
    const stopping = new AbortController().signal
    const verdict = await startDemo(whole, { folder, stopping, progress: () => undefined })
    if (verdict.ok) ends.push(verdict.demo.stop)
    return verdict
  }

  return {
    tryToStart,
    async start(options) {
      const verdict = await tryToStart(options)
      if (!verdict.ok) throw new Error(verdict.message)
      return verdict.demo
    },
    async newFolder() {
      const parent = await mkdtemp(join(tmpdir(), 'kvytok-kept-'))
      ends.push(() => rm(parent, { recursive: true, force: true }))
      return join(parent, 'demo')
    },
  }
}

/** The rows of one query on a demo's own database. */
export async function rowsOfDemo<Row extends object>(
  { databaseUrl }: Demo,
  text: string,
): Promise<Row[]> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}
