import type { DemoClock } from '../clock.ts'
import { agentWrites, clientDoes } from './act.ts'
import { generalTalk } from './general-talk.ts'
import { openTicket } from './open-ticket.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

/** Told before a ticket is opened: how many are there, of how many. */
export type Progress = (done: number, all: number) => void

interface Deed {
  /** Milliseconds since the epoch. */
  at: number
  run: () => Promise<void>
}

const unitsMs: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000 }

/** Milliseconds of `1d 4h 20m`. */
export function durationMs(text: string): number {
  const parts = [...text.matchAll(/(\d+)([dhm])/g)]
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (unitsMs[unit] ?? 0), 0)
}

/** Plays stories side by side, each deed at its time, and then goes on to the present. */
export async function playStories(
  stage: Stage,
  clock: DemoClock,
  {
    stories,
    progress,
    stopping,
  }: { stories: readonly Story[]; progress: Progress; stopping: AbortSignal },
): Promise<void> {
  const travel = clock.sandbox.travel
  const passTo = async (at: number) => {
    if (at > clock.sandbox.now()) await travel?.passTo(at)
  }
  let opened = 0
  const opening = () => progress(opened++, stories.length)
  const presentAt = Date.now()
  const deeds = stories.flatMap((story) => deedsOf(stage, story, { presentAt, opening }))
  for (const [ago, who, writes] of generalTalk) {
    const { forum, agents } = stage.cast
    const run = async () => void agents[who].in(forum).write(writes)
    deeds.push({ at: presentAt - durationMs(ago), run })
  }
  for (const { at, run } of deeds.sort((a, b) => a.at - b.at)) {
    if (stopping.aborted) return
    await passTo(at)
    await run()
    await stage.settled()
  }
  await passTo(Date.now())
  progress(opened, stories.length)
}

function deedsOf(
  stage: Stage,
  story: Story,
  { presentAt, opening }: { presentAt: number; opening: () => void },
): Deed[] {
  let at = presentAt - durationMs(story.ago)
  let number = 0
  const client = stage.client(story.client)
  const open: Deed = {
    at,
    async run() {
      opening()
      number = await openTicket(stage, story)
    },
  }
  const acts = story.acts.map<Deed>(([after, who, does]) => {
    at += durationMs(after)
    return {
      at,
      run: async () => {
        if (who === 'client') await clientDoes(stage, { client, number }, does)
        else agentWrites(stage, number, who, does)
      },
    }
  })
  return [open, ...acts]
}
