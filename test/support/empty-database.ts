import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase } from '../../src/storage/database.ts'
import type { TestDatabase } from './database.ts'
import { runOn, withDatabase } from './template-database.ts'

/** A database of a test's own without a single table, as an operator makes one. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `kvytok_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const serverUrl = withDatabase(inject('templateUrl'), 'postgres')
  await runOn(serverUrl, `create database ${name}`)
  const url = withDatabase(serverUrl, name)
  const database = await openDatabase({ url, poolSize: 2 })
  return {
    url,
    database,
    async drop() {
      await database.close()
      await runOn(serverUrl, `drop database ${name} with (force)`)
    },
  }
}
