import { readConfig, type Complaint, type Config, type Environment } from '../../config.ts'
import { inTime } from '../../storage/in-time.ts'
import type { Command, CommandVerdict } from '../command.ts'
import { isIll, report, unseen, wrong, type Line } from './line.ts'
import { lookAtBot } from './look-at-bot.ts'
import { lookAtClock } from './look-at-clock.ts'
import { lookAtDatabase } from './look-at-database.ts'
import { lookAtDesk } from './look-at-desk.ts'
import { lookAtGroup } from './look-at-group.ts'
import { lookAtDisk, lookAtNode } from './look-at-machine.ts'
import { lookAtDeskFile, lookAtEnvironment } from './look-at-settings.ts'
import { lookAtUpdates } from './look-at-updates.ts'
import { lookAtWaiting } from './look-at-waiting.ts'
import { createSurroundings, type Surroundings } from './surroundings.ts'

/** All that a desk stands on, looked at and not touched. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'looks at all that a desk stands on, and says what to do',
  usage: [
    ['doctor', 'changes nothing, while a desk runs or none; ends with 1 if something is wrong'],
  ],
  understands: (words) => words.length === 0,
  examine: (environment) => examine(environment),
}

/** A look, what stands in its place when it fails, and the variables without which it is not taken. */
interface Look {
  what: string
  needs?: string[]
  look: (surroundings: Surroundings) => Line[] | Promise<Line[]>
}

const telegram = ['BOT_TOKEN', 'TELEGRAM_API_ROOT']

/** In the order in which they are printed; all are taken at once. */
const looks: Look[] = [
  { what: 'Node.js', look: lookAtNode },
  { what: 'environment', look: lookAtEnvironment },
  { what: 'desk file', look: lookAtDeskFile },
  { what: 'token', needs: telegram, look: lookAtBot },
  { what: 'staff group', needs: [...telegram, 'STAFF_CHAT_ID'], look: lookAtGroup },
  { what: 'updates', needs: [...telegram, 'PUBLIC_URL'], look: lookAtUpdates },
  { what: 'database', needs: ['DATABASE_URL'], look: lookAtDatabase },
  { what: 'desk', needs: ['DATABASE_URL'], look: lookAtDesk },
  { what: 'inbox and outbox', needs: ['DATABASE_URL'], look: lookAtWaiting },
  { what: 'disk', look: lookAtDisk },
  { what: 'clock', needs: ['TELEGRAM_API_ROOT', 'DATABASE_URL'], look: lookAtClock },
]

/** Two calls of Telegram and one of the database, each with its own shorter limit. */
const lookLimitMs = 25_000

/**
 * Takes all looks.
 *
 * @param now the machine's clock
 * @returns a report, which says whether something is wrong
 */
export async function examine(
  environment: Environment,
  now: () => Date = () => new Date(),
): Promise<CommandVerdict> {
  const { config, complaints } = readWhatCanBeRead(environment)
  const surroundings = createSurroundings(config, complaints, now)
  try {
    const lines = (await Promise.all(looks.map((one) => take(one, surroundings)))).flat()
    return { ok: true, output: report(lines), isIll: isIll(lines) }
  } finally {
    await surroundings.close()
  }
}

/** Never rejects and never waits for ever: one look must not keep the others from being shown. */
async function take({ what, needs = [], look }: Look, surroundings: Surroundings): Promise<Line[]> {
  const missing = surroundings.complaints.find(({ variable }) => needs.includes(variable))
  if (missing !== undefined) return [unseen(what, `${missing.variable} cannot be read`)]
  const found = `no answer within ${String(lookLimitMs / 1_000)} s`
  const todo = 'Look for what keeps the machine, the network or the database so busy.'
  const looked = Promise.resolve(surroundings)
    .then(look)
    .catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      return [wrong(what, `could not be looked at: ${reason}`, 'Please report this as a fault.')]
    })
  return inTime(looked, lookLimitMs, [wrong(what, found, todo)])
}

/** Whoever looks for a fault needs the rest all the same: a variable that is wrong counts as not set. */
function readWhatCanBeRead(environment: Environment): { config: Config; complaints: Complaint[] } {
  const complaints: Complaint[] = []
  let tried = environment
  for (;;) {
    const read = readConfig(tried)
    if (read.ok) return { config: read.config, complaints }
    complaints.push(...read.complaints)
    const wrongs = read.complaints.map(({ variable }) => variable)
    const left = Object.entries(tried).filter(([name]) => !wrongs.includes(name))
    tried = Object.fromEntries(left)
    if (wrongs.includes('BOT_TOKEN')) tried['BOT_TOKEN'] = nobodysToken
  }
}

/** Nothing is asked with it: `needs` says so. */
const nobodysToken = '0:none'
