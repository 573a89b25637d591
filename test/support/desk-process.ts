import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface DeskProcess {
  /** Spawns the program; resolves at once. */
  start(): void
  /** Resolves when the program says that it is open; false when it ended before. */
  ready(): Promise<boolean>
  /** The exit code, once it ends by itself. */
  ended(): Promise<number | null>
  signal(name: NodeJS.Signals): void
  /** Whoever read its log goes away, as in `npm start | head -1`. */
  stopReading(): void
  /** `kill -9`. */
  kill(): Promise<void>
  /** As an operator stops it; the exit code. */
  stop(): Promise<number | null>
  /** Another desk file, for the next start. */
  configure(deskYaml: string): Promise<void>
  /** Everything it ever printed. */
  output(): string
  /** What it said to whoever started it last: all it printed beside the log. */
  said(): string
  /** Ends what runs and removes its files. */
  close(): Promise<void>
}

/**
 * What `npm start` runs, as a process of its own that can be killed.
 *
 * @param options.stdout a file that is open for writing in place of what `output` would read; then
 *   `ready` resolves only when the program ends
 */
export async function createDeskProcess(
  environment: Record<string, string>,
  deskYaml = '',
  /** Where its log goes instead of `output`: a number of an open file. */
  { stdout = 'pipe' }: { stdout?: number | 'pipe' } = {},
): Promise<DeskProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'kvytok-desk-'))
  const deskFile = join(folder, 'desk.yaml')
  await writeFile(deskFile, deskYaml)
  let child: ChildProcess | undefined
  let printed = ''
  let said = ''
  let opened: Promise<boolean> = Promise.resolve(false)
  let exited: Promise<number | null> = Promise.resolve(null)

  function start(): void {
    const started = spawn(process.execPath, ['--enable-source-maps', 'scripts/start.mjs'], {
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        DESK_FILE: deskFile,
        LOG_LEVEL: 'info',
        DATA_DIR: join(folder, 'data'),
        ...environment,
      },
      stdio: ['ignore', stdout, 'pipe'],
    })
    child = started
    said = ''
    // `close`, not `exit`: until then something may still be printed.
    exited = once(started, 'close').then(([code]) => code as number | null)
    opened = new Promise((resolve) => {
      const read = (chunk: Buffer) => {
        printed += chunk.toString('utf8')
        if (chunk.includes('The desk is open')) resolve(true)
      }
      started.stdout?.on('data', read)
      started.stderr?.on('data', read)
      started.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
      started.once('exit', () => resolve(false))
    })
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const running = child
    child = undefined
    if (running === undefined) return null
    if (running.exitCode !== null || running.signalCode !== null) return running.exitCode
    running.kill(signal)
    return exited
  }

  return {
    start,
    ready: () => opened,
    ended: () => exited,
    signal: (name) => void child?.kill(name),
    stopReading: () => void child?.stdout?.destroy(),
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    configure: (changed) => writeFile(deskFile, changed),
    output: () => printed,
    said: () => said,
    async close() {
      await end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
