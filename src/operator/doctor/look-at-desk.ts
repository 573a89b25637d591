import { request } from 'node:http'
import { json } from 'node:stream/consumers'

import { z } from 'zod'

import type { Config } from '../../config.ts'
import { untold } from './look-at-database.ts'
import { ok, unseen, warning, wrong, type Line } from './line.ts'
import type { Surroundings } from './surroundings.ts'

/** Whether a desk is at work, and how it says it is. */
export async function lookAtDesk({ config, database, desk }: Surroundings): Promise<Line[]> {
  if ((await database()).kind === 'failed') return [untold(what)]
  const program = await desk()
  if (program === null) {
    const todo = 'Start it with npm start; Telegram keeps for a day what is written meanwhile.'
    return [warning(what, 'none is at work', todo)]
  }
  return [ok(what, `at work: ${program}`), ...judgeHealth(await askHealth(config))]
}

const what = 'desk'
const health = 'its health'

export type HealthFacts = { url: string; problems: string[] | null }

const answer = z.object({ problems: z.array(z.string()) })

/** The desk sees what nobody else may ask: whether another program takes the updates from it. */
async function askHealth({ host, port }: Pick<Config, 'host' | 'port'>): Promise<HealthFacts> {
  const url = `http://${reachable(host)}:${String(port)}/readyz`
  const problems = port === 0 ? null : await problemsAt(url).catch(() => null)
  return { url, problems }
}

/** Whoever listens on every address is called on this machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

const limitMs = 5_000

function problemsAt(url: string): Promise<string[] | null> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { signal: AbortSignal.timeout(limitMs) }, (response) => {
      json(response).then((body) => {
        const read = answer.safeParse(body)
        resolve(read.success ? read.data.problems : null)
      }, reject)
    })
    asked.on('error', reject).end()
  })
}

export function judgeHealth({ url, problems }: HealthFacts): Line[] {
  if (problems === null) {
    return [unseen(health, `${url} does not answer; HOST and PORT must be those of the desk`)]
  }
  if (problems.length === 0) return [ok(health, `${url} tells of no problem`)]
  const todo = 'See "Alarms" in docs/operations.md.'
  return problems.map((problem) => wrong(health, problem, todo))
}
