import { openFolder, removeAbandoned, type DemoFolder } from './open-folder.ts'
import { readOptions, type DemoOptions } from './read-options.ts'
import { startDemo } from './start-demo.ts'

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2))
  if (!read.ok) return refuse(read.message)
  if ('help' in read) {
    console.log(read.help)
    return 0
  }
  const folder = await openFolder(read.options.keepFolder)
  const stopping = new AbortController()
  hearSignals(stopping, () => folder.endAtOnce())
  try {
    return await play(read.options, folder, stopping.signal)
  } finally {
    await folder.close()
  }
}

async function play(
  options: DemoOptions,
  folder: DemoFolder,
  stopping: AbortSignal,
): Promise<number> {
  const started = await startDemo(options, { folder, progress: showProgress, stopping })
  if (!started.ok) return refuse(started.message)
  const { demo } = started
  if (!stopping.aborted) {
    console.log(greeting(demo.url))
    void removeAbandoned().catch(() => undefined)
  }
  const reason = await Promise.race([ended(stopping), demo.failed])
  await demo.stop()
  return reason === null ? 0 : refuse(reason)
}

function greeting(url: string): string {
  return `
  ${url}

  Open this address: on the left you are a client who writes to the bot, on the right an agent.
  Begin on the left with "Open a ticket", and answer on the right. Ctrl-C ends the demo.
`
}

function ended(stopping: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (stopping.aborted) resolve(null)
    stopping.addEventListener('abort', () => resolve(null))
  })
}

/** One line, written over as the number grows. */
function showProgress(done: number, all: number): void {
  if (!process.stdout.isTTY && done > 0) return
  const line = `Playing two weeks of a busy desk: ${String(done)} of ${String(all)} tickets`
  process.stdout.write(`\r  ${line}${done === all || !process.stdout.isTTY ? '\n' : ''}`)
}

/** One readable line for the person who started it. */
function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}

/** A terminal and npm may both pass on one Ctrl-C. */
const sameSignalMs = 500

/** The first signal is told; a second one ends the program at once, after `beforeEnd`. */
function hearSignals(stopping: AbortController, beforeEnd: () => void): void {
  let firstAt: number | null = null
  const hear = () => {
    if (firstAt !== null && Date.now() - firstAt > sameSignalMs) {
      beforeEnd()
      process.exit(130)
    }
    firstAt ??= Date.now()
    stopping.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, hear)
}

process.exit(await main())
