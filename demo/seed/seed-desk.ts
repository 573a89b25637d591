import type { Sandbox } from '../../sandbox/index.ts'
import { openDatabase } from '../../src/storage/database.ts'
import type { Cast } from '../cast.ts'
import type { DemoClock } from '../clock.ts'
import { playStories, type Progress } from './play-stories.ts'
import { createStage } from './stage.ts'
import { englishClients, englishStories } from './stories-en.ts'
import { russianClients, russianStories } from './stories-ru.ts'
import { turkishClients, turkishStories } from './stories-tr.ts'
import { ukrainianClients, ukrainianStories } from './stories-uk.ts'

export const stories = [
  ...englishStories,
  ...ukrainianStories,
  ...russianStories,
  ...turkishStories,
]

/** Fills the desk with the tickets of two weeks, by playing them; breaks off when it is to stop. */
export async function seedDesk(
  { sandbox, cast, clock }: { sandbox: Sandbox; cast: Cast; clock: DemoClock },
  { databaseUrl, ...how }: { databaseUrl: string; progress: Progress; stopping: AbortSignal },
): Promise<void> {
  const more = [...englishClients, ...ukrainianClients, ...russianClients, ...turkishClients]
  const people = [...Object.values(cast.clients), ...more.map((client) => sandbox.person(client))]
  const byName = new Map(people.map((person) => [person.user.first_name, person]))
  const db = await openDatabase({ url: databaseUrl, poolSize: 1 })
  try {
    const stage = createStage(sandbox, cast, { db, people: byName })
    await playStories(stage, clock, { stories, ...how })
  } finally {
    await db.close()
  }
}
