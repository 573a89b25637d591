import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { inject } from 'vitest'

import { withDatabase } from './template-database.ts'

/** Any number; nobody else locks anything in this database. */
const lockKey = 1

/** Compiles what `npm start` would compile first; a test's time is for the test. For `beforeAll`. */
export async function buildDesk(): Promise<void> {
  const connectionString = withDatabase(inject('templateUrl'), 'postgres')
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    // Files of tests run side by side, and all of them compile into one folder.
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const script = `import('./scripts/build.mjs').then(({ isStale, build }) => isStale() && build())`
    const building = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })
    const [said, failed] = await Promise.all([
      text(building.stdout),
      text(building.stderr),
      once(building, 'close'),
    ])
    if (building.exitCode !== 0) throw new Error(`The desk cannot be built: ${said}${failed}`)
  } finally {
    await client.end()
  }
}
