import { inject } from 'vitest'
import { openDatabase, type Database } from '../../src/storage/database.ts'
import { copyTemplate } from './database-copy.ts'

export interface TestDatabase {
  url: string
  database: Database
  /** Closes the database and removes it. */
  drop(): Promise<void>
}

/**
 * A database of its own with all tables and no rows: a copy of the run's template.
 *
 * @param options.copyOf the address of another one; whoever is connected to it is cut off
 */
export async function createTestDatabase({
  poolSize = 5,
  copyOf = inject('templateUrl'),
}: { poolSize?: number; copyOf?: string } = {}): Promise<TestDatabase> {
  const copy = await copyTemplate(copyOf)
  const database = await openDatabase({ url: copy.url, poolSize })
  return {
    url: copy.url,
    database,
    async drop() {
      await database.close()
      await copy.drop()
    },
  }
}
