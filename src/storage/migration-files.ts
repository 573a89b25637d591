import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface MigrationFile {
  name: string
  sql: string
  /** As Prisma keeps it in `_prisma_migrations`: SHA-256 of the file, in hexadecimal. */
  checksum: string
}

// src/storage and dist/storage lie equally deep below the package's root.
const defaultFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** Reads prisma/migrations, in the order in which they are applied. */
export async function readMigrations(folder = defaultFolder): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}
