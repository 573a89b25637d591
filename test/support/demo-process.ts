import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What `npm run demo` runs, as a process of its own. */
export interface DemoProcess {
  pid: number
  /** The printed address; throws when it ends before. */
  url(): Promise<string>
  /** Waits until it has printed these words. */
  printed(words: string): Promise<void>
  output(): string
  signal(name: NodeJS.Signals): void
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
}

const running = new Set<ChildProcess>()

export function startDemoProcess(args: string[] = []): DemoProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  let output = ''
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', () => reject(new Error(`The demo ended: ${output}`)))
  })
  // Not every test asks for it.
  url.catch(() => undefined)
  return {
    pid: child.pid!,
    ended,
    async printed(words) {
      while (!output.includes(words)) await once(child.stdout, 'data')
    },
    url: () => url,
    output: () => output,
    signal: (name) => void child.kill(name),
  }
}

/** For `afterEach`: ends what a failed test left, as a person would. */
export async function endDemos(): Promise<void> {
  for (const child of running) {
    const ended = once(child, 'close')
    child.kill('SIGTERM')
    await ended
  }
}

/** Temporary folders of a demo. */
export async function foldersOf({ pid }: DemoProcess): Promise<string[]> {
  const names = await readdir(tmpdir())
  return names
    .filter((name) => name.startsWith(`kvytok-demo-${String(pid)}-`))
    .map((name) => join(tmpdir(), name))
}

/** The process of the PostgreSQL in a folder. */
export function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}
