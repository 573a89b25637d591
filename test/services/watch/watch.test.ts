import { afterEach, expect, test, vi } from 'vitest'

import { createLatest } from '../../../src/services/watch/latest.ts'
import { usualWatchLimits } from '../../../src/services/watch/limits.ts'
import type { Figures } from '../../../src/services/watch/read-figures.ts'
import { createWatch, type Watch, type WatchDeps } from '../../../src/services/watch/watch.ts'

const waitsLong: Figures = {
  inboxOldestSeconds: { user: 600, topic: 0, chat: 0, misc: 0 },
  inboxStale: 0,
  dead: 0,
  outboxOldestSeconds: {
    words: 0,
    answers: 0,
    newcomers: 0,
    lines: 0,
    cards: 0,
    looks: 0,
    bulk: 0,
  },
  outboxStale: 0,
  givenUp: { dead: 0, unknown: 0 },
  timersLateSeconds: 0,
}

let watch: Watch | undefined
afterEach(() => watch?.stop())

function startWatch(deps: Partial<WatchDeps>): Watch {
  watch = createWatch({
    parts: [],
    figures: createLatest(() => Promise.resolve(waitsLong)),
    sending: { delayed: () => ({ count: 0, sinceMs: 0, error: '' }), untold: () => 0 },
    timers: { failing: () => 0 },
    diskFree: createLatest(() => Promise.resolve(null)),
    tell: () => Promise.resolve([]),
    limits: { ...usualWatchLimits, everyMs: 20 },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...deps,
  })
  watch.start()
  return watch
}

const sentences = async (of: Watch) => (await of.problems()).map(({ sentence }) => sentence)

test('what waits is seen though the database answers later than anybody waits', async () => {
  const slow = () => new Promise<Figures>((resolve) => setTimeout(() => resolve(waitsLong), 30))
  const figures = createLatest(slow, { freshMs: 1, limitMs: 5 })
  const watching = startWatch({ figures })
  await vi.waitFor(async () =>
    expect(await sentences(watching)).toEqual([
      expect.stringMatching(/^What people wrote has waited for 10 min/),
    ]),
  )
})

test('a disk that says nothing keeps nobody from what else is wrong', async () => {
  const diskFree = createLatest(() => new Promise<null>(() => undefined), { limitMs: 5 })
  const watching = startWatch({ diskFree })
  await vi.waitFor(async () => expect(await sentences(watching)).toHaveLength(1))
})
