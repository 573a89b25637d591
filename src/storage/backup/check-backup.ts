import { readMigrations, type MigrationFile } from '../migration-files.ts'
import type { BackupFoot, BackupHead } from './format.ts'
import { readBackup, type Unusable } from './read-backup.ts'

export interface CheckedBackup {
  file: string
  head: BackupHead
  foot: BackupFoot
  /** Those that make the tables it was made of. */
  migrations: MigrationFile[]
}

export type CheckVerdict =
  | { ok: true; backup: CheckedBackup }
  | { ok: false; unusable: Unusable | { reason: 'other_build'; migration: string } }

/** Reads a backup whole before anything is done with it. Rejects only for what nobody expects. */
export async function checkBackup(file: string): Promise<CheckVerdict> {
  let head: BackupHead | undefined
  let foot: BackupFoot | undefined
  for await (const part of readBackup(file)) {
    if (part.kind === 'unusable') return { ok: false, unusable: part.unusable }
    if (part.kind === 'head') head = part.head
    if (part.kind === 'foot') foot = part.foot
  }
  if (head === undefined || foot === undefined) {
    return { ok: false, unusable: { reason: 'damaged' } }
  }
  const known = new Map((await readMigrations()).map((one) => [one.name, one]))
  const migrations: MigrationFile[] = []
  for (const { name, checksum } of head.migrations) {
    const migration = known.get(name)
    if (migration === undefined) {
      return { ok: false, unusable: { reason: 'newer', version: head.version } }
    }
    if (migration.checksum !== checksum) {
      return { ok: false, unusable: { reason: 'other_build', migration: name } }
    }
    migrations.push(migration)
  }
  return { ok: true, backup: { file, head, foot, migrations } }
}
