import type { Arrival } from './watch.ts'
import type { Stage } from './stage.ts'

/** Who was told in a day, and in which words; numbers are left out, so that days can be compared. */
export interface Told {
  /** Sentences of /readyz, or that nobody answered there. */
  ready: string[]
  /** Messages of the log that are warnings or worse, and what the program said when it refused. */
  log: string[]
  /** Lines in the staff group that carry nobody's words. */
  staff: string[]
  /** The same to clients. */
  clients: string[]
}

export type Channel = keyof Told

export interface Listening {
  /** What the outside saw meanwhile. */
  stop(): Promise<string[]>
}

const lookEveryMs = 200
const warnLevel = 40
const noAnswer = 'no answer'

/** Asks the desk for its health, as an operator's monitor does, only more often. */
export function listenToHealth({ httpUrl }: Stage): Listening {
  const heard = new Set<string>()
  let isOver = false

  async function look(): Promise<void> {
    try {
      const answer = await fetch(`${httpUrl}/readyz`, { signal: AbortSignal.timeout(5_000) })
      const { problems } = (await answer.json()) as { problems: string[] }
      for (const problem of problems) heard.add(withoutNumbers(problem))
    } catch {
      heard.add(noAnswer)
    }
  }

  async function listen(): Promise<void> {
    while (!isOver) {
      await look()
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
  }

  const listening = listen()
  return {
    async stop() {
      isOver = true
      await listening
      return [...heard]
    },
  }
}

/** Warnings and errors of a log of JSON lines, and lines that are no JSON. */
export function readLog(output: string): string[] {
  const said = output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(wordsOf)
  return distinct(said.filter((words) => words !== null))
}

function wordsOf(line: string): string | null {
  try {
    const { level, msg } = JSON.parse(line) as { level: number; msg: string }
    return level >= warnLevel ? msg : null
  } catch {
    // Of the stack of an error that nobody caught the first lines are enough.
    return /^\s+at /.test(line) ? null : line
  }
}

/** The bot's own lines: what carries a mark are somebody's words. */
export function ownLines(arrivals: readonly Arrival[]): string[] {
  const lines = arrivals.flatMap(({ text }) => text.split('\n')[0] ?? [])
  return distinct(lines.filter((line) => line !== '' && !/\[[a-z]\d{4}\]/.test(line)))
}

/** What was said in a day and is not said in a quiet one. */
export function unusual(told: Told, quiet: Told): Told {
  const beyond = (channel: Channel) =>
    told[channel].filter((words) => !quiet[channel].includes(words))
  return {
    ready: beyond('ready'),
    log: beyond('log'),
    staff: beyond('staff'),
    clients: beyond('clients'),
  }
}

function distinct(lines: string[]): string[] {
  return [...new Set(lines.map(withoutNumbers))]
}

function withoutNumbers(text: string): string {
  return text.trim().replace(/\d+/g, '#')
}
