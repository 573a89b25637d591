import type { Config } from '../../config.ts'
import { databaseMessage } from '../open-database.ts'
import { inspectDatabase, type DatabaseFacts } from '../../storage/inspect-database.ts'
import { compareMigrations } from '../../storage/migrate.ts'
import { sizeInWords } from './in-words.ts'
import { ok, unseen, warning, wrong, type Line } from './line.ts'
import type { Surroundings } from './surroundings.ts'

/** Whether it answers, what it is, and whether its tables are those of this program. */
export async function lookAtDatabase({ config, database, desk }: Surroundings): Promise<Line[]> {
  const access = await database()
  if (access.kind === 'stopped') return [judgeStopped(config)]
  if (access.kind === 'failed') {
    const todo = 'Put this right, and ask again: what stands in the database was not looked at.'
    return [wrong(what, access.message, todo)]
  }
  const { pool } = access.database
  return [
    judgeServer(await inspectDatabase(pool), config),
    await judgeTables(() => compareMigrations(pool), { isDeskAtWork: (await desk()) !== null }),
  ]
}

const what = 'database'
const tables = 'migrations'

function judgeStopped({ dataDir }: Pick<Config, 'dataDir'>): Line {
  const found = `no PostgreSQL runs in DATA_DIR=${dataDir}, since no desk does`
  const todo =
    'Start the desk with npm start, and ask again; or set DATABASE_URL if it uses another.'
  return warning(what, found, todo)
}

/** Older ones cannot keep the watch on a desk that is gone. */
const oldest = 14

export function judgeServer(
  { version, major, bytes }: Pick<DatabaseFacts, 'version' | 'major' | 'bytes'>,
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
): Line {
  const where = databaseUrl === null ? dataDir : placeOf(databaseUrl)
  const found = `PostgreSQL ${version} at ${where}, ${sizeInWords(bytes)}`
  if (major >= oldest) return ok(what, found)
  return warning(what, found, `Move to PostgreSQL ${String(oldest)} or newer, best to 18.`)
}

/** Without the user and the password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

async function judgeTables(
  compare: () => ReturnType<typeof compareMigrations>,
  circumstances: { isDeskAtWork: boolean },
): Promise<Line> {
  try {
    return judgeMigrations(await compare(), circumstances)
  } catch (error) {
    const todo = 'Bring back a backup, or the release of the desk that made this database.'
    return wrong(tables, databaseMessage(error), todo)
  }
}

export function judgeMigrations(
  { all, pending, unknown }: Awaited<ReturnType<typeof compareMigrations>>,
  { isDeskAtWork }: { isDeskAtWork: boolean },
): Line {
  if (unknown.length > 0) {
    const todo =
      'Run the release that made it, or a newer one: this one may not know what it wrote.'
    return warning(tables, `${named(unknown)} of a newer release`, todo)
  }
  if (pending.length === 0) return ok(tables, `all ${String(all)}`)
  const found = `${named(pending)} missing`
  if (isDeskAtWork) {
    return wrong(
      tables,
      found,
      'Start the desk again in this release: it brings the database up to date.',
    )
  }
  return warning(tables, found, 'Start the desk: it brings the database up to date.')
}

function named(names: readonly string[]): string {
  const [first = ''] = names
  return names.length === 1 ? first : `${first} and ${String(names.length - 1)} more`
}

/** What is said of things that only a database tells. */
export function untold(thing: string): Line {
  return unseen(thing, 'the database does not answer')
}
